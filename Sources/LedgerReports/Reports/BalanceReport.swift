public import LedgerModel

/// What each purpose of each fund had, took in, paid out, has and may still spend.
public enum BalanceReport {
    /// Arranges the balances, a section for each fund in order of appearance.
    ///
    /// Refused with `LG107` when a total does not fit.
    public static func report(
        _ facts: [BalanceFacts],
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
        if sections.count > 1 {
            let total = try total("Total", facts)
            sections.append(
                ReportSection(
                    "all_funds",
                    title: "All funds",
                    columns: columns,
                    rows: [],
                    totals: [total]
                )
            )
        }
        return Report(
            name: "balance",
            title: "Balances by fund and purpose",
            parameters: context.parameters,
            sections: sections,
            notes: context.notes
        )
    }

    private static let columns = [
        ReportColumn("purpose", "Purpose", .text),
        ReportColumn("opening", "Opening", .money),
        ReportColumn("money_in", "In", .money),
        ReportColumn("money_out", "Out", .money),
        ReportColumn("closing", "Closing", .money),
        ReportColumn("available", "Available", .money),
    ]

    private static func row(_ facts: BalanceFacts) -> ReportRow {
        ReportRow([
            .text(facts.purpose), .money(facts.opening), .money(facts.moneyIn),
            .money(facts.moneyOut), .money(facts.closing), .money(facts.available),
        ])
    }

    private static func total(
        _ label: String,
        _ facts: [BalanceFacts]
    ) throws(LedgerRefusal) -> ReportRow {
        .total([
            .text(label),
            .money(try Money.sum(facts.map(\.opening))),
            .money(try Money.sum(facts.map(\.moneyIn))),
            .money(try Money.sum(facts.map(\.moneyOut))),
            .money(try Money.sum(facts.map(\.closing))),
            .money(try Money.sum(facts.map(\.available))),
        ])
    }
}
