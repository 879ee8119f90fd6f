import LedgerModel

extension DocketReport {
    /// What the judgment says beside the amounts: findings, grounds and days of payment.
    static func judgment(_ facts: DocketFacts) throws(LedgerRefusal) -> [ReportSection] {
        [grounds(facts.grounds), findings(facts.findings), try schedule(facts.schedule)]
    }

    private static func grounds(_ grounds: [DocketGroundFacts]) -> ReportSection {
        ReportSection(
            "grounds",
            title: "What the amounts rest on",
            columns: [
                ReportColumn("debt", "Debt", .text),
                ReportColumn("grade", "Grade", .text),
                ReportColumn("counts", "Counts", .count),
                ReportColumn("count_basis", "Counted", .text),
                ReportColumn("priors", "Priors", .count),
            ],
            rows: grounds.map { ground in
                ReportRow([
                    .text(ground.debt), .text(ground.grade), .count(Int64(ground.counts)),
                    .text(ground.countBasis), .count(Int64(ground.priors)),
                ])
            }
        )
    }

    private static func findings(_ findings: [DocketFindingFacts]) -> ReportSection {
        ReportSection(
            "findings",
            title: "Findings of means, the newest holds",
            columns: [
                ReportColumn("found_on", "Found", .date),
                ReportColumn("finding", "Finding", .text),
            ],
            rows: findings.map { finding in
                ReportRow([
                    .date(finding.foundOn),
                    .text(finding.isIndigent ? "indigent" : "not indigent"),
                ])
            }
        )
    }

    private static func schedule(
        _ schedule: [DocketInstalmentFacts]
    ) throws(LedgerRefusal) -> ReportSection {
        ReportSection(
            "schedule",
            title: "Due by",
            columns: [
                ReportColumn("debt", "Debt", .text),
                ReportColumn("due_on", "Due", .date),
                ReportColumn("amount", "Amount", .money),
            ],
            rows: schedule.map { part in
                ReportRow([.text(part.debt), .date(part.dueOn), .money(part.amount)])
            },
            totals: [
                .total([.text("Total"), .empty, .money(try Money.sum(schedule.map(\.amount)))])
            ]
        )
    }
}
