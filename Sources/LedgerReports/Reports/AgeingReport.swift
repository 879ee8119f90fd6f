public import LedgerModel

/// How old what waits is: receivables, money without a debt, held shares, checks.
public enum AgeingReport {
    /// What stands in the last column where money waits longer than the court's policy has it.
    public static let lateFlag = "waits too long"

    /// Arranges the lines, for each court's fund its receivables and then what else waits, zeros
    /// shown.
    ///
    /// Refused with `LG107` when a total does not fit.
    public static func report(
        _ facts: [AgeingFacts],
        context: ReportContext = ReportContext()
    ) throws(LedgerRefusal) -> Report {
        var sections: [ReportSection] = []
        for group in facts.grouped(by: \.fund) {
            let name = "\(group.members[0].fundName) (\(group.key))"
            let debts = group.members.filter { $0.part == .receivable }
            let others = group.members.filter { $0.part != .receivable }
            sections.append(try receivables(group.key, name, debts))
            sections.append(try waiting(group.key, name, others))
        }
        return Report(
            name: "ageing",
            title: "What waits, by age in days",
            parameters: context.parameters,
            sections: sections,
            notes: context.notes
        )
    }

    private static let buckets = [
        ReportColumn("current", "Current", .money),
        ReportColumn("days_1_30", "1-30", .money),
        ReportColumn("days_31_60", "31-60", .money),
        ReportColumn("days_61_90", "61-90", .money),
        ReportColumn("days_91_365", "91-365", .money),
        ReportColumn("over_a_year", "Over a year", .money),
        ReportColumn("total", "Total", .money),
    ]

    private static func receivables(
        _ fund: String,
        _ name: String,
        _ facts: [AgeingFacts]
    ) throws(LedgerRefusal) -> ReportSection {
        var rows: [ReportRow] = []
        for line in facts {
            rows.append(
                ReportRow([.text(line.citation), .text(line.debtKind)] + (try amounts([line])))
            )
        }
        return ReportSection(
            fund,
            title: "Owed, since it was due: \(name)",
            columns: [
                ReportColumn("statute", "Statute", .text), ReportColumn("kind", "Kind", .text),
            ] + buckets,
            rows: rows,
            totals: [.total([.text("Total"), .empty] + (try amounts(facts)))]
        )
    }

    private static func waiting(
        _ fund: String,
        _ name: String,
        _ facts: [AgeingFacts]
    ) throws(LedgerRefusal) -> ReportSection {
        var rows: [ReportRow] = []
        for line in facts {
            rows.append(
                ReportRow(
                    [.text(words(line.part))] + (try amounts([line])) + [
                        .money(line.late), line.late.isPositive ? .text(lateFlag) : .empty,
                    ]
                )
            )
        }
        return ReportSection(
            "\(fund)_waiting",
            title: "Money that waits, since it came: \(name)",
            columns: [ReportColumn("what", "What", .text)] + buckets + [
                ReportColumn("late", "Late", .money),
                ReportColumn("exception", "Exception", .text),
            ],
            rows: rows
        )
    }

    private static func amounts(_ facts: [AgeingFacts]) throws(LedgerRefusal) -> [ReportCell] {
        var cells: [ReportCell] = []
        for place in 0..<6 {
            cells.append(.money(try Money.sum(facts.map { $0.buckets[place] })))
        }
        return cells + [.money(try Money.sum(facts.flatMap(\.buckets)))]
    }

    private static func words(_ part: AgeingFacts.Part) -> String {
        switch part {
        case .receivable: "owed"
        case .suspense: "claimed by no debt"
        case .held: "held before it may be sent"
        case .check: "checks outstanding"
        }
    }
}
