public import LedgerModel

/// The statement of one case: what was ordered and changed, every payment applied and why, and who
/// got it.
public enum DocketReport {
    /// Arranges the case.
    ///
    /// Refused with `LG107` when a total does not fit.
    public static func report(
        _ facts: DocketFacts,
        context: ReportContext = ReportContext()
    ) throws(LedgerRefusal) -> Report {
        let own = [
            ReportField("docket", facts.reference), ReportField("court", facts.court),
            ReportField("opened_on", "\(facts.openedOn)"),
        ]
        let asked = context.parameters.filter { field in !own.contains { $0.key == field.key } }
        return Report(
            name: "docket",
            title: "Statement of docket \(facts.reference)",
            parameters: own + asked,
            sections: try [debts(facts.debts)] + changes(facts)
                + [applications(facts), shares(facts.applications)] + judgment(facts),
            notes: context.notes
        )
    }

    private static func debts(_ debts: [DocketDebtFacts]) throws(LedgerRefusal) -> ReportSection {
        ReportSection(
            "debts",
            title: "Debts, in the order in which payments are applied",
            columns: [
                ReportColumn("debt", "Debt", .text),
                ReportColumn("authority", "Authority", .text),
                ReportColumn("ordered", "Ordered", .money),
                ReportColumn("changed", "Changed", .money),
                ReportColumn("applied", "Applied", .money),
                ReportColumn("owed", "Owed", .money),
            ],
            rows: debts.map { debt in
                ReportRow([
                    .text(debt.debt), .text(debt.authority), .money(debt.ordered),
                    .money(debt.changed), .money(debt.applied), .money(debt.owed),
                ])
            },
            totals: [
                .total([
                    .text("Total"), .empty,
                    .money(try Money.sum(debts.map(\.ordered))),
                    .money(try Money.sum(debts.map(\.changed))),
                    .money(try Money.sum(debts.map(\.applied))),
                    .money(try Money.sum(debts.map(\.owed))),
                ])
            ]
        )
    }

    private static func applications(_ facts: DocketFacts) throws(LedgerRefusal) -> ReportSection {
        let applied = try Money.sum(facts.applications.map(\.amount))
        return ReportSection(
            "applications",
            title: "Payments applied",
            columns: [
                ReportColumn("received_on", "Received", .date),
                ReportColumn("receipt", "Receipt", .text),
                ReportColumn("debt", "Debt", .text),
                ReportColumn("citation", "Because of", .text),
                ReportColumn("origin", "Origin", .text),
                ReportColumn("amount", "Amount", .money),
            ],
            rows: facts.applications.map { application in
                ReportRow([
                    .date(application.receivedOn), .text(application.receipt),
                    .text(application.debt), .text(application.citation),
                    application.origin.isEmpty ? .empty : .text(application.origin),
                    .money(application.amount),
                ])
            },
            totals: [
                .total([.empty, .text("Applied"), .empty, .empty, .empty, .money(applied)]),
                .total([
                    .empty,
                    .text(facts.unapplied < .zero ? "Owed back by the payer" : "Held, not applied"),
                    .empty, .empty, .empty, .money(facts.unapplied),
                ]),
            ]
        )
    }

    private static func shares(
        _ applications: [DocketApplicationFacts]
    ) throws(LedgerRefusal) -> ReportSection {
        let shares = applications.flatMap(\.shares)
        var totals: [ReportRow] = []
        for group in shares.grouped(by: \.recipient) {
            let sum = try Money.sum(group.members.map(\.amount))
            totals.append(.total([.text("Total"), .empty, .text(group.key), .money(sum)]))
        }
        return ReportSection(
            "shares",
            title: "Shares of each payment",
            columns: [
                ReportColumn("receipt", "Receipt", .text),
                ReportColumn("debt", "Debt", .text),
                ReportColumn("recipient", "Recipient", .text),
                ReportColumn("share", "Share", .money),
            ],
            rows: applications.flatMap { application in
                application.shares.map { share in
                    ReportRow([
                        .text(application.receipt), .text(application.debt),
                        .text(share.recipient), .money(share.amount),
                    ])
                }
            },
            totals: totals
        )
    }
}
