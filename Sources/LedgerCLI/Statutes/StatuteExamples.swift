import LedgerReports
import StatuteLibrary

/// Runs the worked examples of rules and tells of each what came out.
enum StatuteExamples {
    static func run(_ rules: [StatuteRule], _ options: GlobalOptions) async throws {
        let results = rules.flatMap { rule in rule.runExamples().map { (rule, $0) } }
        let failed = results.count { !$0.1.isAsExpected }
        try await ResultWriter(options).write(
            Report(
                name: "statute_test",
                title: "Worked examples of \(rules.count) rules",
                sections: [
                    ReportSection("examples", columns: columns, rows: results.map(row))
                ],
                notes: [
                    ReportField("examples", "\(results.count)"),
                    ReportField("not_as_expected", "\(failed)"),
                ]
            )
        )
        if failed > 0 {
            throw Findings(
                summary: "\(failed) of \(results.count) examples do not come out as expected.",
                remedy: "Correct the rule or its example in the line named."
            )
        }
    }

    private static let columns = [
        ReportColumn("rule", "Rule", .text),
        ReportColumn("line", "Line", .count),
        ReportColumn("example", "Example", .text),
        ReportColumn("result", "Result", .text),
    ]

    private static func row(_ rule: StatuteRule, _ result: ExampleResult) -> ReportRow {
        let words =
            result.isAsExpected
            ? "as expected" : "expected \(result.example.expected), got \(result.actual)"
        return ReportRow([
            .text(rule.id), .count(Int64(result.example.line)), .text(result.example.name),
            .text(words),
        ])
    }
}
