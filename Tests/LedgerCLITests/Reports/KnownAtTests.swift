import Foundation
import Testing

@testable import LedgerCLI

@Suite struct KnownAtTests {
    @Test func `before anything was recorded nothing was known`() async throws {
        let run = try await CommandRun.onDemo([
            "report", "balance", "--jurisdiction", "us-mn", "--as-of", "2025-06-30",
            "--known-at", "2025-06-30", "-O", "json",
        ])
        let document = try ReportDocument(run.output)
        #expect(try document.total("safe-harbor", "closing") == 0)
        #expect(document.parameters["known_at"] == "2025-07-01T05:00:00Z")
        let now = try await CommandRun.onDemo([
            "report", "balance", "--jurisdiction", "us-mn", "--as-of", "2025-03-31",
            "--known-at", "2100-01-01T00:00:00Z", "-O", "json",
        ])
        #expect(try ReportDocument(now.output).total("safe-harbor", "closing") == 566_66)
    }

    @Test(
        arguments: ["balance", "trial-balance", "funding", "running"],
        [(["--fund", "nope"], "LG801"), (["--fund", "court", "--purpose", "nope"], "LG802")]
    )
    func `a mistyped name is refused, not shown as nothing`(
        _ report: String,
        _ mistyped: (words: [String], code: String)
    ) async throws {
        let run = try await CommandRun.onDemo(
            ["report", report, "--jurisdiction", "us-mn-hennepin"] + mistyped.words
        )
        #expect(run.status == .refused)
        #expect(run.diagnostics.contains(mistyped.code))
        #expect(run.output.isEmpty)
    }

    @Test func `a running report ends where the balance report stands`() async throws {
        let run = try await CommandRun.onDemo([
            "report", "running", "--jurisdiction", "us-mn", "--fund", "safe-harbor",
            "--begin", "2025-01-01", "--end", "2025-06-30", "-O", "json",
        ])
        let document = try ReportDocument(run.output)
        let rows = try document.rows("lines")
        #expect(rows.map { $0["balance"]?.cents } == [226_66, 766_66, 566_66, 686_65, 536_65])
        #expect(try document.total("lines", "balance") == 536_65)
    }
}
