import PostgresClient
import Testing

@testable import LedgerCLI

@Suite struct DemoCommandTests {
    @Test func `the first run records every step and is refused the one cent`() async throws {
        let run = try await DemoDatabase.loading()
        #expect(run.status == .done, "\(run.diagnostics)")
        let document = try ReportDocument(run.output)
        let steps = try DemoBooks.all().reduce(0) { $0 + $1.steps.count + $1.statements.count }
        #expect(document.parameters["recorded"] == "\(steps - 1)")
        #expect(document.parameters["recorded_before"] == "0")
        #expect(document.parameters["refused_as_expected"] == "1")
    }

    @Test func `a second run adds nothing and prints the reports`() async throws {
        let database = try await DemoDatabase.empty()
        func entries() async throws -> Int64 {
            try await DemoDatabase.query("SELECT count(*) FROM ledger.journal_entry", in: database)[
                0
            ].decode(at: 0)
        }
        let first = await CommandRun.of(["demo", "--database", database])
        let before = try await entries()
        let run = await CommandRun.of(["demo", "--database", database])
        #expect(run.status == .done, "\(run.diagnostics)")
        #expect(try await entries() == before)
        #expect(Self.withoutChain(run.output) == Self.withoutChain(first.output))
        for title in [
            "Balances by fund and purpose", "From assessment to spending", "Trial balance",
            "Statement of docket 27-CR-24-1001", "Running balance",
        ] {
            #expect(run.output.contains(title))
        }
        #expect(run.diagnostics.contains("Try next:"))
        // As another version left them: the demo's first key says something else.
        _ = try await DemoDatabase.query(
            "ALTER TABLE ledger.journal_entry DISABLE TRIGGER USER",
            in: database
        )
        _ = try await DemoDatabase.query(
            """
            UPDATE ledger.journal_entry SET fingerprint = sha256('another version')
            WHERE request_key LIKE 'demo:%' AND kind = 'collection'
            """,
            in: database
        )
        let other = await CommandRun.of(["demo", "--database", database])
        #expect(other.status == .refused)
        #expect(other.diagnostics.contains("does not fit the books that are there: LG003"))
        #expect(other.diagnostics.contains("REDRESS_HOME="))
    }

    @Test(arguments: ["us-mn-hennepin", "us-mn", "us-nj", "us"])
    func `its books stand up to verification`(_ jurisdiction: String) async throws {
        let run = try await CommandRun.onDemo(["verify", "--jurisdiction", jurisdiction])
        #expect(run.status == .done, "\(run.diagnostics)")
        #expect(run.output.hasPrefix("The books are intact"))
    }

    @Test func `each person does only the work of one role`() async throws {
        _ = try await DemoDatabase.loading()
        let roles = try await DemoDatabase.query(
            """
            SELECT count(*) FROM ledger.principal_role AS r
            JOIN ledger.principal AS p ON p.id = r.principal_id
            WHERE p.login LIKE 'demo\\_%' AND r.role <> split_part(p.login, '_', 2)
                AND r.role <> 'reconciler'
            """
        )
        #expect(try roles[0].decode(Int64.self, at: 0) == 0)
    }

    /// Blocks count what was sealed, also what a second run was refused.
    private static func withoutChain(_ text: String) -> [Substring] {
        text.split(separator: "\n").filter {
            !$0.hasPrefix("Block:") && !$0.hasPrefix("Chain head:")
        }
    }
}
