import LedgerModel
import LedgerOperations
import LedgerReports

extension Report {
    /// A receipt on its right docket.
    static func moved(_ name: String, _ moved: MovedCollection, _ move: MoveCollection) -> Report {
        .recorded(
            name,
            moved.recorded,
            [
                ReportField("receipt", move.receipt), ReportField("docket", move.docket),
                ReportField("unapplied", "\(moved.allocation?.unapplied ?? .zero)"),
                ReportField("receipts_applied_anew", "\(moved.reapplied.count)"),
            ]
        )
    }

    /// A judgment amended or vacated.
    static func changed(
        _ name: String,
        _ changed: ChangedJudgment,
        _ facts: [ReportField]
    ) -> Report {
        .recorded(
            name,
            changed.recorded,
            facts + [
                ReportField("freed", "\(changed.freed)"),
                ReportField("receipts_applied_anew", "\(changed.reapplied.count)"),
            ]
        )
    }

    /// Checks, and where they stand.
    static func checks(_ name: String, _ title: String, _ checks: [Check]) -> Report {
        Report(
            name: name,
            title: title,
            sections: [
                ReportSection(
                    "checks",
                    columns: [
                        ReportColumn("fund", "Fund", .text),
                        ReportColumn("check", "Check", .count),
                        ReportColumn("payable_to", "Payable to", .text),
                        ReportColumn("issued_on", "Issued", .date),
                        ReportColumn("amount", "Amount", .money),
                        ReportColumn("state", "State", .text),
                        ReportColumn("days", "Days", .count),
                        ReportColumn("due", "Due", .text),
                    ],
                    rows: checks.map { check in
                        ReportRow([
                            .text(check.fund), .count(check.number), .text(check.payableTo),
                            .date(check.issuedOn), .money(check.amount),
                            .text(check.state.rawValue), .count(Int64(check.days)),
                            .text(check.isDue ? "yes" : "no"),
                        ])
                    }
                )
            ]
        )
    }
}
