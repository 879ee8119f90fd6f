import Foundation
import LedgerModel
import LedgerOperations
import LedgerTestSupport
import PostgresClient
import Testing

@testable import LedgerCLI

@Suite struct ExitCodeTests {
    @Test func `0: a command that is done`() async {
        let run = await CommandRun.of(["statute", "list"])
        #expect(run.status.rawValue == 0)
        #expect(run.diagnostics.isEmpty)
    }

    @Test func `1: the ledger refuses, and says what, which facts and what to do`() async throws {
        let run = try await CommandRun.onDemo(
            [
                "award", "record", "A-too-much", "--fund", "safe-harbor", "--grantee",
                "Harbor House",
                "--rule", "mn-609.3241", "--amount", "1000000.00",
            ],
            as: "demo_grants_mn"
        )
        #expect(run.status.rawValue == 1)
        #expect(run.output.isEmpty)
        let lines = run.diagnostics.split(separator: "\n")
        #expect(lines.count == 3)
        #expect(lines.first?.contains("LG401") == true)
        #expect(run.diagnostics.contains("available 486.65 in safe-harbor"))
    }

    @Test func `1: a rule file with a mistake, named by file and line`() async throws {
        let file = FileManager.default.temporaryDirectory.appending(
            path: "\(UUID().uuidString).yaml"
        )
        try "id: x\nnonsense: 1\n".write(to: file, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(at: file) }
        let run = await CommandRun.of(["statute", "check", file.path])
        #expect(run.status.rawValue == 1)
        #expect(run.diagnostics.contains("\(file.path):"))
    }

    @Test func `2: a lost answer names the key to repeat with`() {
        let complaint = Complaint(LedgerFailure.inDoubt(requestKey: "k-17"))
        #expect(complaint.code.rawValue == 2)
        #expect(complaint.text.contains("--request-key k-17"))
    }

    @Test func `2: an import in doubt is repeated without a key`() {
        let complaint = Complaint(ImportInDoubt())
        #expect(complaint.code.rawValue == 2)
        #expect(!complaint.text.contains("--request-key"))
    }

    @Test func `3: an import done in part writes the rejects`() async throws {
        let file = FileManager.default.temporaryDirectory.appending(
            path: "\(UUID().uuidString).csv"
        )
        let text = "docket,amount,date\nMER-25-0103,1.00,2026-01-05\nnone,1.00,2026-01-05\n"
        try text.write(to: file, atomically: true, encoding: .utf8)
        let rejects = "\(file.path).rejects.csv"
        defer {
            try? FileManager.default.removeItem(at: file)
            try? FileManager.default.removeItem(atPath: rejects)
        }
        let run = try await CommandRun.onDemo(
            ["collection", "import", file.path, "--source", "exit-code", "-O", "json"],
            as: "demo_clerk_nj"
        )
        #expect(run.status.rawValue == 3)
        let result = try ReportDocument(run.output)
        #expect(result.parameters["recorded"] == "1")
        #expect(result.parameters["rejected"] == "1")
        let rejected = try String(contentsOfFile: rejects, encoding: .utf8)
        #expect(rejected.contains("none,1.00,2026-01-05"))
        #expect(rejected.contains("LG201"))
    }

    @Test(arguments: [
        ["report", "balance", "--begin", "2024-02-30"],
        ["report", "balance", "--begin", "2025-01-02", "--end", "2025-01-01"],
        ["report", "balance", "--as-of", "2025-01-01", "--end", "2025-01-01"],
        ["report", "running"],
        ["report", "balance", "-o", "balance.pdf"],
        ["collection", "record", "x", "--amount", "1.001", "--method", "cash"],
        ["collection", "record", "x", "--amount", "0", "--method", "cash"],
        ["collection", "record", "MER-25-0103", "--amount", "1.00"],
        ["report", "balance", "--as", "king"],
        ["verify", "--checkpoint", "x"],
        ["nonsense"],
    ])
    func `64: words that do not make a command`(_ arguments: [String]) async {
        let run = await CommandRun.of(arguments)
        #expect(run.status.rawValue == 64)
        #expect(run.output.isEmpty)
        #expect(!run.diagnostics.isEmpty)
    }

    @Test func `69: no server answers`() async {
        let run = await CommandRun.of([
            "report", "balance", "--database", "host=/no/such/folder",
        ])
        #expect(run.status.rawValue == 69)
        #expect(run.diagnostics.contains("redress db doctor"))
    }

    @Test func `69: a database without a ledger of this version`() async throws {
        let run = await CommandRun.of([
            "report", "balance", "--database", try SharedDatabase.url(),
        ])
        #expect(run.status.rawValue == 69)
        #expect(run.diagnostics.contains("redress db migrate"))
    }

    @Test func `70: a failure of our own`() {
        struct Surprise: Error {}
        #expect(Complaint(Surprise()).code.rawValue == 70)
        #expect(Complaint(LedgerFailure.database("it broke")).code.rawValue == 70)
    }

    @Test func `77: a login without the role`() async throws {
        let run = try await CommandRun.onDemo(
            ["collection", "record", "MER-25-0103", "--amount", "1.00", "--method", "cash"],
            as: "demo_auditor_nj"
        )
        #expect(run.status.rawValue == 77)
        #expect(run.diagnostics.contains("LG002"))
    }

    @Test func `77: who has to name a jurisdiction is told the option`() async throws {
        let run = try await CommandRun.onDemo(["report", "balance"])
        #expect(run.status.rawValue == 77)
        #expect(run.diagnostics.contains("LG001"))
        #expect(run.diagnostics.contains("--jurisdiction us-mn"))
    }

    @Test func `77: a login that the database does not know`() async throws {
        let run = try await CommandRun.onDemo(["report", "balance"], as: "nobody_here")
        #expect(run.status.rawValue == 77)
        #expect(run.diagnostics.contains("\"nobody_here\" does not exist"))
        #expect(!run.diagnostics.contains("LOCATION"))
    }

    @Test(arguments: [
        ["report", "balance"], ["verify"],
        ["collection", "record", "x", "--amount", "1.00", "--method", "cash"],
    ])
    func `1: a jurisdiction that nobody knows is named as such`(_ words: [String]) async throws {
        let run = try await CommandRun.onDemo(
            words + ["--jurisdiction", "us-nowhere"],
            as: "demo_clerk_nj"
        )
        #expect(run.status.rawValue == 1)
        #expect(run.diagnostics.contains("LG805"))
        #expect(run.diagnostics.contains("us-nowhere; login demo_clerk_nj has a role in us-nj"))
    }

    @Test func `77: a role that is not held cannot be chosen`() async throws {
        let run = try await CommandRun.onDemo(
            ["report", "balance", "--as", "clerk"],
            as: "demo_auditor_nj"
        )
        #expect(run.status.rawValue == 77)
    }

    @Test func `130: an interrupted command keeps nothing and says so`() async throws {
        let holder = try await PostgresConnection.connect(
            PostgresConfiguration(try await DemoDatabase.connection())
        )
        try await holder.execute("BEGIN")
        try await holder.execute(
            """
            SELECT FROM ledger.debt_total AS t JOIN ledger.docket_reference AS r USING (docket_id)
            WHERE r.reference = 'MER-24-0102' FOR UPDATE OF t
            """
        )
        let key = "interrupted-\(UUID().uuidString)"
        let command = Task {
            try await CommandRun.onDemo(
                [
                    "collection", "record", "MER-24-0102", "--amount", "1.00", "--method", "cash",
                    "--request-key", key,
                ],
                as: "demo_clerk_nj"
            )
        }
        var isWaiting = false
        for _ in 0..<200 where !isWaiting {
            try await Task.sleep(for: .milliseconds(20))
            isWaiting = try await DemoDatabase.query(
                """
                SELECT EXISTS (SELECT FROM pg_stat_activity WHERE usename = 'demo_clerk_nj'
                    AND datname = current_database() AND wait_event_type = 'Lock')
                """
            )[0].decode(at: 0)
        }
        #expect(isWaiting)
        command.cancel()
        let run = try await command.value
        try await holder.execute("ROLLBACK")
        await holder.close()
        #expect(run.status.rawValue == 130)
        #expect(run.diagnostics.contains("Nothing of this command was kept."))
        let kept = try await DemoDatabase.query(
            "SELECT FROM ledger.journal_entry WHERE request_key = \(key)"
        )
        #expect(kept.isEmpty)
    }

    @Test(arguments: LedgerRefusal.Code.allCases)
    func `every refusal has an exit code and three lines at most`(_ code: LedgerRefusal.Code) {
        let complaint = Complaint(LedgerRefusal(code, detail: "these facts"))
        let isAboutRights = code == .notBound || code == .roleMissing
        #expect(complaint.code.rawValue == (isAboutRights ? 77 : 1))
        #expect(complaint.text.split(separator: "\n").count == 3)
        #expect(complaint.text.contains(code.rawValue))
    }
}
