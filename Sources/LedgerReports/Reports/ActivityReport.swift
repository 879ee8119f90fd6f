import LedgerModel

/// The journal: every ledger line of every entry, in the order of entries.
public enum ActivityReport {
    /// Arranges the lines as they are fetched; memory does not grow with their number.
    ///
    /// Rendering throws `LG107` when a total does not fit.
    public static func report(
        lines: ReportSource<ActivityLine>,
        context: ReportContext = ReportContext()
    ) -> Report {
        let rows = ReportSource<ReportRow> {
            let pull = try await lines.open()
            var debits = Money.zero
            var credits = Money.zero
            var isDone = false
            return {
                if isDone { return nil }
                guard let batch = try await pull() else {
                    isDone = true
                    return [total(debits, credits)]
                }
                for line in batch {
                    debits = try debits + line.debit
                    credits = try credits + line.credit
                }
                return batch.map(row)
            }
        }
        return Report(
            name: "activity",
            title: "Journal",
            parameters: context.parameters,
            sections: [ReportSection("lines", columns: columns, source: rows)],
            notes: context.notes
        )
    }

    private static let columns = [
        ReportColumn("entry", "Entry", .count, widthHint: 6),
        ReportColumn("effective_on", "Effective", .date),
        ReportColumn("posted_on", "Posted", .date),
        ReportColumn("kind", "Kind", .text, widthHint: 16),
        ReportColumn("memo", "Memo", .text, widthHint: 28),
        ReportColumn("account", "Account", .text, widthHint: 10),
        ReportColumn("purse", "Purse", .text, widthHint: 20),
        ReportColumn("debit", "Debit", .money),
        ReportColumn("credit", "Credit", .money),
    ]

    private static func row(_ line: ActivityLine) -> ReportRow {
        ReportRow([
            .count(line.entry), .date(line.effectiveOn), .date(line.postedOn), .text(line.kind),
            .text(ifKnown: line.memo), .text(line.account), .text(line.purse),
            line.debit == .zero ? .empty : .money(line.debit),
            line.credit == .zero ? .empty : .money(line.credit),
        ])
    }

    private static func total(_ debits: Money, _ credits: Money) -> ReportRow {
        .total([
            .empty, .empty, .empty, .text("total"), .empty, .empty, .empty, .money(debits),
            .money(credits),
        ])
    }
}
