public import LedgerModel

/// What nobody has explained, by class and age.
public enum ExceptionsReport {
    /// Arranges the classes with their ages, every class in a line of its own, zeros shown; then
    /// every exception.
    ///
    /// Refused with `LG107` when a total does not fit.
    public static func report(
        _ exceptions: [ReconciliationException],
        context: ReportContext = ReportContext()
    ) throws(LedgerRefusal) -> Report {
        Report(
            name: "exceptions",
            title: "Exceptions",
            parameters: context.parameters,
            sections: [try ages(exceptions), list(exceptions)],
            notes: context.notes
        )
    }

    private static func ages(
        _ exceptions: [ReconciliationException]
    ) throws(LedgerRefusal) -> ReportSection {
        func cells(
            _ name: String,
            _ members: [ReconciliationException]
        ) throws(LedgerRefusal) -> [ReportCell] {
            let counts = ReconciliationException.ages.map { age in
                ReportCell.count(Int64(members.count { age.contains($0.age) }))
            }
            return [.text(name)] + counts + [
                .count(Int64(members.count)), .count(Int64(members.count { $0.isOverdue })),
                .money(try Money.sum(members.map { Money(cents: abs($0.amount.cents)) })),
            ]
        }
        var rows: [ReportRow] = []
        for kind in ReconciliationException.Kind.allCases {
            rows.append(
                ReportRow(try cells(kind.rawValue, exceptions.filter { $0.kind == kind }))
            )
        }
        return ReportSection(
            "ages",
            title: "By class, in banking days",
            columns: [
                ReportColumn("class", "Class", .text),
                ReportColumn("days_2", "0-2", .count), ReportColumn("days_5", "3-5", .count),
                ReportColumn("days_10", "6-10", .count),
                ReportColumn("days_30", "11-30", .count),
                ReportColumn("days_60", "31-60", .count),
                ReportColumn("older", "Over 60", .count),
                ReportColumn("count", "In all", .count),
                ReportColumn("overdue", "Overdue", .count),
                ReportColumn("amount", "Amount", .money),
            ],
            rows: rows,
            totals: [.total(try cells("Total", exceptions))]
        )
    }

    private static func list(_ exceptions: [ReconciliationException]) -> ReportSection {
        ReportSection(
            "exceptions",
            title: "Every exception",
            columns: [
                ReportColumn("exception", "Exception", .text),
                ReportColumn("class", "Class", .text), ReportColumn("account", "Account", .text),
                ReportColumn("fund", "Fund", .text), ReportColumn("since", "Since", .date),
                ReportColumn("seen", "Seen", .date), ReportColumn("age", "Age", .count),
                ReportColumn("seen_age", "Seen age", .count),
                ReportColumn("amount", "Amount", .money), ReportColumn("owner", "Owner", .text),
                ReportColumn("due", "Due", .date), ReportColumn("overdue", "Overdue", .text),
                ReportColumn("detail", "What it is", .text),
                ReportColumn("resolution", "Said to be", .text),
            ],
            rows: exceptions.map { item in
                let said = item.resolution.map { "\($0.rawValue): \(item.reason ?? "")" }
                return ReportRow([
                    .text(item.name), .text(item.kind.rawValue), .text(item.account),
                    .text(item.fund), .date(item.since), .date(item.seenOn),
                    .count(Int64(item.age)), .count(Int64(item.seenAge)), .money(item.amount),
                    .text(item.owner), .date(item.dueOn),
                    item.isOverdue ? .text("overdue") : .empty, .text(item.detail),
                    .text(ifKnown: said),
                ])
            }
        )
    }
}
