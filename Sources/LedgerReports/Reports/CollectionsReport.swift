public import LedgerModel

/// What courts ordered, what became of it, and what is still owed.
public enum CollectionsReport {
    /// Arranges the lines, for each court's fund the whole and then the changes by their reasons,
    /// zeros shown; at the end each fund's debts beside its receivable account.
    ///
    /// Refused with `LG107` when a total does not fit.
    public static func report(
        _ facts: [CollectionsFacts],
        ties: [CollectionsTieFacts],
        context: ReportContext = ReportContext()
    ) throws(LedgerRefusal) -> Report {
        var sections: [ReportSection] = []
        for group in ties.grouped(by: \.fund) {
            let name = "\(group.members[0].fundName) (\(group.key))"
            let lines = facts.filter { $0.fund == group.key }
            sections.append(try whole(group.key, name, lines))
            sections.append(try changes(group.key, name, lines))
        }
        if !ties.isEmpty { sections.append(try tie(ties, facts)) }
        return Report(
            name: "collections",
            title: "Ordered, paid and outstanding",
            parameters: context.parameters,
            sections: sections,
            notes: context.notes
        )
    }

    private typealias Amount = (
        key: String, heading: String,
        amount: @Sendable (CollectionsFacts) throws(LedgerRefusal) -> Money
    )

    private static let lead = [
        ReportColumn("statute", "Statute", .text),
        ReportColumn("kind", "Kind", .text),
        ReportColumn("period", "Period", .text, widthHint: 8),
    ]

    /// What happened within the period.
    private static let flows: [Amount] = [
        ("ordered", "Ordered", { $0.ordered }),
        (
            "changed", "Changed",
            { facts throws(LedgerRefusal) in
                try facts.changes.amended + facts.changes.vacated
            }
        ),
        (
            "accrued", "Accrued",
            { facts throws(LedgerRefusal) in
                try facts.changes.interest + facts.changes.penalty
            }
        ),
        (
            "released", "Released",
            { facts throws(LedgerRefusal) in
                try Money.sum([
                    facts.changes.remission, facts.changes.waiver, facts.changes.reduction,
                    facts.changes.extinction,
                ])
            }
        ),
        ("paid", "Paid", { $0.paid }),
    ]

    /// What stands at its end.
    private static let balances: [Amount] = [
        ("outstanding", "Outstanding", { $0.outstanding }),
        ("written_off", "Written off", { $0.writtenOff }),
        (
            "expected", "Expected",
            { facts throws(LedgerRefusal) in
                try facts.outstanding - facts.writtenOff
            }
        ),
    ]

    private static let reasons: [Amount] = [
        ("amended", "Amended", { $0.changes.amended }),
        ("vacated", "Vacated", { $0.changes.vacated }),
        ("interest", "Interest", { $0.changes.interest }),
        ("penalties", "Penalties", { $0.changes.penalty }),
        ("remitted", "Remitted", { $0.changes.remission }),
        ("waived", "Waived", { $0.changes.waiver }),
        ("reduced", "Reduced", { $0.changes.reduction }),
        ("extinguished", "Extinguished", { $0.changes.extinction }),
    ]

    private static func whole(
        _ fund: String,
        _ name: String,
        _ facts: [CollectionsFacts]
    ) throws(LedgerRefusal) -> ReportSection {
        let amounts = flows + balances
        var rows: [ReportRow] = []
        for line in facts {
            rows.append(
                ReportRow(try cells(line, amounts) + [rate(paid: line.paid, of: line.ordered)])
            )
        }
        // What stood at the end of an earlier period does not add up with what stands now.
        let last = facts.filter { $0.period == facts.last?.period }
        let paid = try Money.sum(facts.map(\.paid))
        let ordered = try Money.sum(facts.map(\.ordered))
        let total = ReportRow.total(
            try [.text("Total"), .empty, .empty] + sums(flows, facts) + sums(balances, last)
                + [rate(paid: paid, of: ordered)]
        )
        return ReportSection(
            fund,
            title: name,
            columns: lead + columns(amounts) + [ReportColumn("rate", "Paid %", .percent)],
            rows: rows,
            totals: [total]
        )
    }

    private static func changes(
        _ fund: String,
        _ name: String,
        _ facts: [CollectionsFacts]
    ) throws(LedgerRefusal) -> ReportSection {
        var rows: [ReportRow] = []
        for line in facts { rows.append(ReportRow(try cells(line, reasons))) }
        return ReportSection(
            "\(fund)_changes",
            title: "What was changed of debts: \(name)",
            columns: lead + columns(reasons),
            rows: rows,
            totals: [
                .total(try [.text("Total"), .empty, .empty] + sums(reasons, facts))
            ]
        )
    }

    private static func tie(
        _ ties: [CollectionsTieFacts],
        _ facts: [CollectionsFacts]
    ) throws(LedgerRefusal) -> ReportSection {
        var rows: [ReportRow] = []
        for tie in ties {
            let lines = facts.filter { $0.fund == tie.fund && $0.period == tie.period }
            let outstanding = try Money.sum(lines.map(\.outstanding))
            rows.append(
                ReportRow([
                    .text(tie.fund), .text(tie.period), .money(outstanding),
                    .money(tie.receivable), .money(try outstanding - tie.receivable),
                    .money(tie.unapplied),
                ])
            )
        }
        return ReportSection(
            "tie",
            title: "Tied to the trial balance, and what no debt has claimed",
            columns: [
                ReportColumn("fund", "Fund", .text),
                ReportColumn("period", "Period", .text, widthHint: 8),
                ReportColumn("outstanding", "Outstanding", .money),
                ReportColumn("receivable", "Receivable", .money),
                ReportColumn("difference", "Difference", .money),
                ReportColumn("unapplied", "Unapplied", .money),
            ],
            rows: rows
        )
    }

    private static func columns(_ amounts: [Amount]) -> [ReportColumn] {
        amounts.map { ReportColumn($0.key, $0.heading, .money) }
    }

    private static func cells(
        _ facts: CollectionsFacts,
        _ amounts: [Amount]
    ) throws(LedgerRefusal) -> [ReportCell] {
        var cells: [ReportCell] = [
            .text(facts.citation), .text(facts.debtKind), .text(facts.period),
        ]
        for amount in amounts { cells.append(.money(try amount.amount(facts))) }
        return cells
    }

    private static func sums(
        _ amounts: [Amount],
        _ facts: [CollectionsFacts]
    ) throws(LedgerRefusal) -> [ReportCell] {
        var cells: [ReportCell] = []
        for amount in amounts {
            var sum = Money.zero
            for line in facts { sum = try sum + amount.amount(line) }
            cells.append(.money(sum))
        }
        return cells
    }

    private static func rate(paid: Money, of ordered: Money) -> ReportCell {
        .percent(numerator: paid.cents, denominator: ordered.cents)
    }
}
