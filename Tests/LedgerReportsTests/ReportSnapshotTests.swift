import LedgerReports
import Testing

struct ReportSnapshotTests {
    static let reports = [
        "balance", "running", "trial-balance", "docket", "funding", "collections", "ageing",
        "claim", "remittances", "access",
        "activity", "daily-cash",
    ]
    static let formats = ["80.txt", "140.txt", "plain.txt", "csv", "json", "html"]

    @Test(arguments: reports, formats)
    func `every report looks in every format as it was last agreed`(
        name: String,
        format: String
    ) async throws {
        let report = try SampleReports.named(name)
        let text =
            switch format {
            case "80.txt": try await table(report, width: 80)
            case "140.txt": try await table(report, width: 140)
            case "plain.txt": try await TableRenderer(style: .plain).text(report)
            case "csv": try await CSVRenderer().text(report)
            case "json": try await JSONRenderer().text(report)
            default: try await HTMLRenderer().text(report)
            }
        try Snapshot.expect(text, named: "\(name).\(format)")
    }

    @Test func `every snapshot belongs to a report`() throws {
        let expected = Self.reports.flatMap { name in Self.formats.map { "\(name).\($0)" } }
        #expect(try Snapshot.names() == Set(expected))
        #expect(try SampleReports.all().map(\.name) == Self.reports)
    }

    private func table(_ report: Report, width: Int) async throws -> String {
        try await TableRenderer(style: .terminal(width: width, color: false)).text(report)
    }
}
