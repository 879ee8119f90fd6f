public import LedgerModel

/// The way of the money, from what courts assessed to what grantees spent.
public enum FundingReport {
    /// Arranges the stages, a section for each fund in order of appearance; nothing is left out
    /// because it is zero.
    ///
    /// Refused with `LG107` when a total does not fit.
    public static func report(
        _ facts: [FundingFacts],
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
            name: "funding",
            title: "From assessment to spending",
            parameters: context.parameters,
            sections: sections,
            notes: context.notes
        )
    }

    private typealias Stage = (
        key: String, heading: String, amount: @Sendable (FundingFacts) -> Money
    )

    private static let stages: [Stage] = [
        ("assessed", "Assessed", { $0.assessed }),
        ("collected", "Collected", { $0.collected }),
        ("split", "Split", { $0.split }),
        ("remitted", "Remitted", { $0.remitted }),
        ("awarded", "Awarded", { $0.awarded }),
        ("spent", "Spent", { $0.spent }),
    ]

    private static let columns =
        [
            ReportColumn("recipient", "Recipient", .text),
            ReportColumn("period", "Period", .text, widthHint: 8),
        ] + stages.map { ReportColumn($0.key, $0.heading, .money) } + [
            ReportColumn("collected_share", "Collected %", .percent)
        ]

    private static func row(_ facts: FundingFacts) -> ReportRow {
        ReportRow(
            [.text(facts.recipient), .text(facts.period)]
                + stages.map { .money($0.amount(facts)) }
                + [
                    .percent(
                        numerator: facts.collected.cents,
                        denominator: facts.assessed.cents
                    )
                ]
        )
    }

    private static func total(
        _ label: String,
        _ facts: [FundingFacts]
    ) throws(LedgerRefusal) -> ReportRow {
        var cells: [ReportCell] = [.text(label), .empty]
        for stage in stages { cells.append(.money(try Money.sum(facts.map(stage.amount)))) }
        let assessed = try Money.sum(facts.map(\.assessed))
        let collected = try Money.sum(facts.map(\.collected))
        cells.append(.percent(numerator: collected.cents, denominator: assessed.cents))
        return .total(cells)
    }
}
