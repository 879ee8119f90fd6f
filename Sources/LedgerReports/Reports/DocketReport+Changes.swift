import LedgerModel

extension DocketReport {
    /// What became of the debts since they were ordered: changes, shared losses, what is no longer
    /// expected, what may not be sent yet, what was given back.
    static func changes(_ facts: DocketFacts) throws(LedgerRefusal) -> [ReportSection] {
        [
            try changes(facts.changes), claims(facts.claims),
            try dated(
                "write_offs",
                "No longer expected, and still owed",
                [
                    ReportColumn("debt", "Debt", .text),
                    ReportColumn("written_on", "Since", .date),
                ],
                facts.writeOffs
            ),
            try dated(
                "holds",
                "Held before it may be sent on",
                [
                    ReportColumn("receipt", "Receipt", .text),
                    ReportColumn("held_until", "Until", .date),
                ],
                facts.holds
            ),
            try dated(
                "refunds",
                "Given back to the payer, or payable",
                [
                    ReportColumn("receipt", "Receipt", .text),
                    ReportColumn("given_on", "On", .date),
                ],
                facts.refunds
            ),
        ]
    }

    private static func changes(
        _ changes: [DocketChangeFacts]
    ) throws(LedgerRefusal) -> ReportSection {
        ReportSection(
            "changes",
            title: "Changed since it was ordered",
            columns: [
                ReportColumn("changed_on", "From", .date),
                ReportColumn("debt", "Debt", .text),
                ReportColumn("reason", "Reason", .text),
                ReportColumn("order", "Order", .text),
                ReportColumn("citation", "Under", .text),
                ReportColumn("amount", "Amount", .money),
            ],
            rows: changes.map { change in
                ReportRow([
                    .date(change.changedOn), .text(change.debt), .text(change.reason),
                    .text(change.order), .text(change.citation), .money(change.amount),
                ])
            },
            totals: [
                .total([
                    .empty, .text("Total"), .empty, .empty, .empty,
                    .money(try Money.sum(changes.map(\.amount))),
                ])
            ]
        )
    }

    private static func claims(_ claims: [DocketClaimFacts]) -> ReportSection {
        ReportSection(
            "claims",
            title: "Owed together with others",
            columns: [
                ReportColumn("debt", "Debt", .text),
                ReportColumn("claim", "Claim", .text),
                ReportColumn("loss", "Loss", .money),
                ReportColumn("paid_by_all", "Paid by all", .money),
                ReportColumn("open", "Open", .money),
                ReportColumn("owed", "Owed here", .money),
            ],
            rows: claims.map { claim in
                ReportRow([
                    .text(claim.debt), .text(claim.claim), .money(claim.loss),
                    .money(claim.paidByAll), .money(claim.open), .money(claim.owed),
                ])
            }
        )
    }

    private static func dated(
        _ key: String,
        _ title: String,
        _ columns: [ReportColumn],
        _ amounts: [DocketDatedAmount]
    ) throws(LedgerRefusal) -> ReportSection {
        ReportSection(
            key,
            title: title,
            columns: columns + [ReportColumn("amount", "Amount", .money)],
            rows: amounts.map { ReportRow([.text($0.name), .date($0.day), .money($0.amount)]) },
            totals: [
                .total([.text("Total"), .empty, .money(try Money.sum(amounts.map(\.amount)))])
            ]
        )
    }
}
