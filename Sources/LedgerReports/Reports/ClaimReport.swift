public import LedgerModel

/// A loss that several dockets owe together: never more than it is collected.
public enum ClaimReport {
    /// Arranges the claim and the dockets that owe it.
    ///
    /// What each may still be asked for does not add up: they owe one loss.
    public static func report(
        _ facts: ClaimFacts,
        context: ReportContext = ReportContext()
    ) throws(LedgerRefusal) -> Report {
        Report(
            name: "claim",
            title: "Joint claim \(facts.claim)",
            parameters: [
                ReportField("claim", facts.claim), ReportField("loss", "\(facts.loss)"),
                ReportField("paid_by_all", "\(facts.paid)"),
                ReportField("open", "\(facts.open)"),
            ] + context.parameters,
            sections: [
                ReportSection(
                    "debts",
                    title: "Who owes it",
                    columns: [
                        ReportColumn("docket", "Docket", .text),
                        ReportColumn("debt", "Debt", .count),
                        ReportColumn("authority", "Authority", .text),
                        ReportColumn("ordered", "Ordered", .money),
                        ReportColumn("changed", "Changed", .money),
                        ReportColumn("paid", "Paid", .money),
                        ReportColumn("owed", "May be asked", .money),
                    ],
                    rows: facts.debts.map { debt in
                        ReportRow([
                            .text(debt.docket), .count(Int64(debt.number)), .text(debt.citation),
                            .money(debt.ordered), .money(debt.changed), .money(debt.paid),
                            .money(debt.owed),
                        ])
                    },
                    totals: [
                        .total([
                            .text("Total"), .empty, .empty,
                            .money(try Money.sum(facts.debts.map(\.ordered))),
                            .money(try Money.sum(facts.debts.map(\.changed))),
                            .money(facts.paid), .empty,
                        ])
                    ]
                )
            ],
            notes: context.notes
        )
    }
}
