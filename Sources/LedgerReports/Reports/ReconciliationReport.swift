public import LedgerModel

/// The reconciliation of an account at the end of a day: bank, books and cases, and the chain of
/// the money behind them.
public enum ReconciliationReport {
    /// Arranges the form: balances with their items, each item, the statements, and the chain.
    ///
    /// Zeros shown.
    ///
    /// Refused with `LG107` when a total does not fit.
    public static func report(
        _ facts: ReconciliationFacts,
        context: ReportContext = ReportContext()
    ) throws(LedgerRefusal) -> Report {
        var sections = [try form(facts), try comparison(facts)]
        for item in ReconciliationTerm.items { sections.append(try list(item, facts)) }
        sections.append(try days(facts))
        sections.append(chain(facts))
        if !facts.ties.isEmpty { sections.append(try RemittanceReport.tie(facts.ties)) }
        sections.append(SignOffSection.section(facts.signed))
        return Report(
            name: "reconciliation",
            title: "Reconciliation of \(facts.account)",
            parameters: context.parameters,
            sections: sections,
            notes: context.notes
        )
    }

    private static func form(
        _ facts: ReconciliationFacts
    ) throws(LedgerRefusal) -> ReportSection {
        var rows: [ReportRow] = []
        for leg in [ReconciliationLine.Leg.bank, .books, .cases] {
            for term in ReconciliationTerm.terms(of: leg, in: facts.lines) {
                let lines = facts.lines.filter { $0.leg == leg && $0.term == term.name }
                rows.append(
                    ReportRow(
                        [
                            .text(letter(leg)), .text(term.words), .count(Int64(lines.count)),
                            .money(try Money.sum(lines.map(\.amount))),
                        ],
                        depth: term.isBalance ? 0 : 1
                    )
                )
            }
            rows.append(
                ReportRow([
                    .text(letter(leg)), .text("Adjusted balance of the \(leg.rawValue)"), .empty,
                    .money(try facts.balance(leg)),
                ])
            )
        }
        return ReportSection(
            "balances",
            title: "Bank, books and cases",
            columns: [
                ReportColumn("leg", "Leg", .text), ReportColumn("item", "Item", .text),
                ReportColumn("lines", "Lines", .count), ReportColumn("amount", "Amount", .money),
            ],
            rows: rows
        )
    }

    private static func letter(_ leg: ReconciliationLine.Leg) -> String {
        switch leg {
        case .bank: "A"
        case .books: "B"
        case .cases: "C"
        case .start: ""
        }
    }

    private static func comparison(
        _ facts: ReconciliationFacts
    ) throws(LedgerRefusal) -> ReportSection {
        func row(_ words: String, _ difference: Money, _ finding: String) -> ReportRow {
            ReportRow([.text(words), .money(difference), .text(finding)])
        }
        func finding(_ letter: String, _ difference: Money) -> String {
            difference == .zero
                ? "agree" : "\(letter) unlike B by \(Money(cents: abs(difference.cents)))"
        }
        let bank = try facts.balance(.bank) - facts.balance(.books)
        let cases = try facts.balance(.cases) - facts.balance(.books)
        var rows = [row("A - B", bank, finding("A", bank))]
        for term in ReconciliationTerm.starts {
            let lines = facts.lines.filter { $0.leg == .start && $0.term == term.name }
            rows.append(
                ReportRow(
                    [.text(term.words), .money(try Money.sum(lines.map(\.amount))), .empty],
                    depth: 1
                )
            )
        }
        rows.append(row("C - B", cases, finding("C", cases)))
        return ReportSection(
            "differences",
            title: "Unexplained",
            columns: [
                ReportColumn("comparison", "Comparison", .text),
                ReportColumn("difference", "Difference", .money),
                ReportColumn("finding", "Finding", .text),
            ],
            rows: rows
        )
    }

    private static func list(
        _ term: ReconciliationTerm,
        _ facts: ReconciliationFacts
    ) throws(LedgerRefusal) -> ReportSection {
        let lines = facts.lines.filter { $0.leg != .cases && $0.term == term.name }
        return ReportSection(
            term.name,
            title: term.words,
            columns: [
                ReportColumn("day", "Day", .date), ReportColumn("reference", "Reference", .text),
                ReportColumn("kind", "Kind", .text), ReportColumn("text", "Text", .text),
                ReportColumn("amount", "Amount", .money),
                ReportColumn("late_for", "Late for", .date),
            ],
            rows: lines.map {
                ReportRow([
                    .date(ifKnown: $0.day), .text($0.reference), .text($0.kind), .text($0.text),
                    .money($0.amount), .date(ifKnown: $0.lateFor),
                ])
            },
            totals: [
                .total([
                    .empty, .text("Total"), .empty, .empty,
                    .money(try Money.sum(lines.map(\.amount))), .empty,
                ])
            ]
        )
    }

    private static func days(
        _ facts: ReconciliationFacts
    ) throws(LedgerRefusal) -> ReportSection {
        var rows: [ReportRow] = []
        for day in facts.statements {
            var gap: Money?
            if let opening = day.opening, let previous = day.previousClosing {
                gap = try opening - previous
            }
            var rest: Money?
            if let opening = day.opening, let closing = day.closing {
                rest = try closing - opening - day.entries
            }
            rows.append(
                ReportRow([
                    .date(ifKnown: day.day), .text(day.account), .text(day.sequence),
                    .money(ifKnown: day.opening), .money(day.entries),
                    .money(ifKnown: day.closing), .money(day.books), .money(ifKnown: gap),
                    .money(ifKnown: rest),
                ])
            )
        }
        return ReportSection(
            "days",
            title: "Statement by statement",
            columns: [
                ReportColumn("day", "Day", .date), ReportColumn("account", "Account", .text),
                ReportColumn("sequence", "Statement", .text),
                ReportColumn("opening", "Opening", .money),
                ReportColumn("entries", "Entries", .money),
                ReportColumn("closing", "Closing", .money),
                ReportColumn("books", "Books", .money),
                ReportColumn("gap", "Before it", .money),
                ReportColumn("footing", "Within it", .money),
            ],
            rows: rows
        )
    }

    private static func chain(_ facts: ReconciliationFacts) -> ReportSection {
        ReportSection(
            "chain",
            title: "Collected, sent on, received, available",
            columns: [
                ReportColumn("fund", "Collected by", .text),
                ReportColumn("recipient", "Recipient", .text),
                ReportColumn("collected", "Collected", .money),
                ReportColumn("remitted", "Sent on", .money),
                ReportColumn("waiting", "Not sent", .money),
                ReportColumn("received_by", "Received by", .text),
                ReportColumn("received", "Received", .money),
                ReportColumn("not_received", "Not received", .money),
                ReportColumn("available", "Available", .money),
            ],
            rows: facts.chain.map { link in
                var missing: Money?
                if let sent = link.remitted, let received = link.received {
                    missing = Money(cents: sent.cents - received.cents)
                }
                return ReportRow([
                    .text(link.fund), .text(link.recipient), .money(ifKnown: link.collected),
                    .money(ifKnown: link.remitted), .money(ifKnown: link.waiting),
                    .text(ifKnown: link.receivedBy), .money(ifKnown: link.received),
                    .money(ifKnown: missing), .money(ifKnown: link.available),
                ])
            }
        )
    }
}

extension ReportCell {
    /// The amount, or an empty cell where there is none.
    static func money(ifKnown money: Money?) -> ReportCell { money.map(ReportCell.money) ?? .empty }
}
