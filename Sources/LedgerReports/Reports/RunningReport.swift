import LedgerModel

/// One account, line by line, with the balance after each.
public enum RunningReport {
    /// Arranges the lines as they are fetched; memory does not grow with their number.
    ///
    /// Rendering throws `LG107` when a balance does not fit.
    public static func report(
        _ facts: RunningFacts,
        lines: ReportSource<RunningLine>,
        context: ReportContext = ReportContext()
    ) -> Report {
        let rows = ReportSource<ReportRow> {
            let pull = try await lines.open()
            var sum = RunningSum(facts)
            var isFirst = true
            var isDone = false
            return {
                if isDone { return nil }
                if isFirst {
                    isFirst = false
                    return [sum.opening]
                }
                if let batch = try await pull() { return try batch.map { try sum.row(for: $0) } }
                isDone = true
                return [sum.total]
            }
        }
        return Report(
            name: "running",
            title: "Running balance of \(facts.account) \(facts.accountName)",
            parameters: context.parameters,
            sections: [ReportSection("lines", columns: columns, source: rows)],
            notes: context.notes
        )
    }

    private static let columns = [
        ReportColumn("effective_on", "Date", .date),
        ReportColumn("entry", "Entry", .count, widthHint: 6),
        ReportColumn("kind", "Kind", .text, widthHint: 16),
        ReportColumn("memo", "Memo", .text, widthHint: 40),
        ReportColumn("debit", "Debit", .money),
        ReportColumn("credit", "Credit", .money),
        ReportColumn("balance", "Balance", .money),
    ]
}

/// The sums that run along the lines.
private struct RunningSum {
    private let side: NormalSide
    private let openingBalance: Money
    private var balance: Money
    private var debits = Money.zero
    private var credits = Money.zero

    init(_ facts: RunningFacts) {
        side = facts.normalSide
        openingBalance = facts.opening
        balance = facts.opening
    }

    var opening: ReportRow {
        ReportRow([
            .empty, .empty, .text("opening"), .text("Opening balance"), .empty, .empty,
            .money(openingBalance),
        ])
    }

    var total: ReportRow {
        .total([
            .empty, .empty, .text("closing"), .text("Closing balance"), .money(debits),
            .money(credits), .money(balance),
        ])
    }

    mutating func row(for line: RunningLine) throws(LedgerRefusal) -> ReportRow {
        debits = try debits + line.debit
        credits = try credits + line.credit
        let change = try side == .debit ? line.debit - line.credit : line.credit - line.debit
        balance = try balance + change
        return ReportRow([
            .date(line.effectiveOn), .count(line.entry), .text(line.kind),
            .text(ifKnown: line.memo),
            line.debit == .zero ? .empty : .money(line.debit),
            line.credit == .zero ? .empty : .money(line.credit),
            .money(balance),
        ])
    }
}
