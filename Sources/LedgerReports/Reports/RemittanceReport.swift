public import LedgerModel

/// What recipients were due, by when the law wanted it sent, and what became of it.
public enum RemittanceReport {
    /// What stands in the last column where money was sent, or still is, too late.
    public static let lateFlag = "remittance late"

    /// Arranges the lines, a section for each court's fund, zeros shown.
    ///
    /// In each line and total, what is due is what was sent, is held, is to be sent and (negative)
    /// is due from the recipient, which is kept from what is sent next.
    ///
    /// Where `ties` are given, a section shows that what was collected under 18 U.S.C. 3014 was
    /// transferred.
    ///
    /// Refused with `LG107` when a total does not fit.
    public static func report(
        _ facts: [RemittanceFacts],
        ties: [TransferTieFacts] = [],
        context: ReportContext = ReportContext()
    ) throws(LedgerRefusal) -> Report {
        var sections: [ReportSection] = []
        for group in facts.grouped(by: \.fund) {
            sections.append(
                ReportSection(
                    group.key,
                    title: "\(group.members[0].fundName) (\(group.key))",
                    columns: columns,
                    rows: group.members.map(row),
                    totals: [try total("Total \(group.key)", group.members)]
                )
            )
        }
        if !ties.isEmpty { sections.append(try tie(ties)) }
        return Report(
            name: "remittances",
            title: "Remittances and their deadlines",
            parameters: context.parameters,
            sections: sections,
            notes: context.notes
        )
    }

    private static let columns = [
        ReportColumn("recipient", "Recipient", .text),
        ReportColumn("statute", "Statute", .text),
        ReportColumn("period", "Period", .text, widthHint: 8),
        ReportColumn("deadline", "Deadline", .date),
        ReportColumn("due", "Due", .money),
        ReportColumn("sent", "= Sent", .money),
        ReportColumn("held", "+ Held", .money),
        ReportColumn("to_send", "+ To send", .money),
        ReportColumn("due_from", "+ Due from", .money),
        ReportColumn("held_until", "Held until", .date),
        ReportColumn("late", "Late", .money),
        ReportColumn("late_days", "Days", .count),
        ReportColumn("exception", "Exception", .text),
    ]

    private static func row(_ facts: RemittanceFacts) -> ReportRow {
        ReportRow([
            .text(facts.recipient), .text(facts.citation), .text(facts.period),
            .date(ifKnown: facts.deadline), .money(facts.due), .money(facts.sent),
            .money(facts.held), .money(facts.waiting), .money(facts.netting),
            .date(ifKnown: facts.heldUntil), .money(facts.late),
            .count(facts.lateDays),
            facts.lateDays > 0 ? .text(lateFlag) : .empty,
        ])
    }

    private static func total(
        _ label: String,
        _ facts: [RemittanceFacts]
    ) throws(LedgerRefusal) -> ReportRow {
        .total([
            .text(label), .empty, .empty, .empty,
            .money(try Money.sum(facts.map(\.due))),
            .money(try Money.sum(facts.map(\.sent))),
            .money(try Money.sum(facts.map(\.held))),
            .money(try Money.sum(facts.map(\.waiting))),
            .money(try Money.sum(facts.map(\.netting))), .empty,
            .money(try Money.sum(facts.map(\.late))),
            .count(facts.map(\.lateDays).max() ?? 0), .empty,
        ])
    }

    static func tie(
        _ facts: [TransferTieFacts]
    ) throws(LedgerRefusal) -> ReportSection {
        let difference = facts.map { Money(cents: $0.collected.cents - $0.transferred.cents) }
        return ReportSection(
            "collected_is_transferred",
            title: "Collected under 18 U.S.C. 3014 and transferred to the fund",
            columns: [
                ReportColumn("fiscal_year", "Fiscal year", .text),
                ReportColumn("collected", "Collected", .money),
                ReportColumn("transferred", "Transferred (d)", .money),
                ReportColumn("difference", "Difference", .money),
                ReportColumn("health", "Transferred (h)(1)", .money),
            ],
            rows: zip(facts, difference).map { facts, difference in
                ReportRow([
                    .text(facts.fiscalYear), .money(facts.collected),
                    .money(facts.transferred), .money(difference), .money(facts.health),
                ])
            },
            totals: [
                .total([
                    .text("Total"),
                    .money(try Money.sum(facts.map(\.collected))),
                    .money(try Money.sum(facts.map(\.transferred))),
                    .money(try Money.sum(difference)),
                    .money(try Money.sum(facts.map(\.health))),
                ])
            ]
        )
    }
}
