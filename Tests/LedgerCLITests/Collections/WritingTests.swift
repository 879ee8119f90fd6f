import Foundation
import PostgresClient
import Testing

@testable import LedgerCLI

@Suite struct WritingTests {
    private func record(_ more: [String]) async throws -> CommandRun {
        try await CommandRun.onDemo(
            ["collection", "record", "MER-25-0103", "--amount", "10.00", "--method", "cash"] + more,
            as: "demo_clerk_nj"
        )
    }

    private func entries(_ key: String) async throws -> Int {
        try await DemoDatabase.query(
            "SELECT FROM ledger.journal_entry WHERE request_key = \(key)"
        ).count
    }

    @Test func `a dry run checks everything and keeps nothing`() async throws {
        let key = UUID().uuidString
        let run = try await record(["--dry-run", "--request-key", key])
        #expect(run.status == .done)
        #expect(run.output.hasPrefix("Checked; nothing was kept"))
        #expect(try await entries(key) == 0)
        let refused = try await CommandRun.onDemo(
            ["collection", "record", "none", "--amount", "10.00", "--method", "cash", "--dry-run"],
            as: "demo_clerk_nj"
        )
        #expect(refused.status == .refused)
    }

    @Test func `a repeated key answers that it was posted already`() async throws {
        let key = UUID().uuidString
        let first = try await record(["--request-key", key])
        #expect(first.output.hasPrefix("Recorded as entry "))
        #expect(first.output.contains("Request key: \(key)"))
        let second = try await record(["--request-key", key])
        #expect(second.status == .done)
        #expect(second.output.hasPrefix("Already posted as entry "))
        #expect(try await entries(key) == 1)
        let other = try await record(["--request-key", key, "--method", "check"])
        #expect(other.status == .refused)
        #expect(other.diagnostics.contains("LG003"))
        #expect(other.diagnostics.contains("first difference: method"))
    }

    @Test func `a receipt explained names each debt, what it got and the law`() async throws {
        let run = try await CommandRun.onDemo(
            [
                "collection", "record", "1:24-cr-00123", "--amount", "5.00", "--method", "check",
                "--explain",
                "--dry-run", "-O", "json",
            ],
            as: "demo_clerk_us"
        )
        let document = try ReportDocument(run.output)
        #expect(document.parameters["held_not_applied"] == "5.00")
        let explained = try ReportDocument(
            try await record(["--explain", "--dry-run", "-O", "json"]).output
        )
        let debt = try #require(try explained.rows("debts").first)
        #expect(debt["debt"]?.text == "1 fee")
        #expect(debt["applied"]?.cents == 1_000)
        #expect(debt["citation"]?.text == "N.J.S. 2C:34-1.2")
    }

    @Test func `a role chosen narrows what the login may do`() async throws {
        let key = UUID().uuidString
        let run = try await CommandRun.onDemo(
            ["seal", "--as", "clerk", "-O", "json"],
            as: "demo_clerk_nj"
        )
        #expect(run.status == .done)
        let granted = try await CommandRun.onDemo(
            [
                "principal", "grant", "demo_clerk_nj", "--role", "reconciler",
                "--jurisdiction", "us-nj", "--request-key", key,
            ]
        )
        #expect(granted.status == .done)
        let narrowed = try await record(["--as", "reconciler"])
        #expect(narrowed.status == .notAllowed)
    }
}
