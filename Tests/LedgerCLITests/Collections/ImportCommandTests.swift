import Foundation
import PostgresClient
import Testing

@testable import LedgerCLI

@Suite struct ImportCommandTests {
    private static let mapping = """
        kind: collection
        source: mercer
        separator: semicolon
        fields:
          docket: { column: Case }
          amount: { column: Paid, decimal: comma }
          date: { column: Day, format: MM/DD/YYYY }
          number: { column: Receipt }
          method: { column: How, values: { CK: check } }
        trailer: { begins: SUM, count: 2, sum: 3 }
        """

    /// A folder with the texts as files, removed at the end.
    private func with<Value>(
        _ files: [String: String],
        _ body: (URL) async throws -> Value
    ) async throws -> Value {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "redress-import-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for (name, text) in files {
            try Data(text.utf8).write(to: folder.appending(path: name))
        }
        return try await body(folder)
    }

    private func run(_ arguments: [String]) async throws -> CommandRun {
        try await CommandRun.onDemo(arguments, as: "demo_clerk_nj")
    }

    @Test func `a mapped file is checked, imported, listed and told from others`() async throws {
        let lines =
            "Case;Paid;Day;Receipt;How\nMER-25-0103;0,03;07/01/2025;M-1;CK\n"
            + "MER-25-0103;0,03;07/01/2025;M-2;CK\n"
        let files = [
            "mercer.yaml": Self.mapping, "june.csv": lines + "SUM;2;0,06\n",
            "cut.csv": lines + "SUM;3;0,09\n",
        ]
        try await with(files) { folder in
            let mapping = folder.appending(path: "mercer.yaml").path
            let june = folder.appending(path: "june.csv").path
            let arguments = ["collection", "import", june, "--mapping", mapping]
            let cut = try await run([
                "collection", "import", folder.appending(path: "cut.csv").path,
                "--mapping", mapping,
            ])
            #expect(cut.status == .refused)
            #expect(cut.diagnostics.contains("LG340"))
            #expect(cut.diagnostics.contains("says 3 lines, the file has 2"))
            let strict = try await run(arguments + ["--strict"])
            #expect(strict.status == .refused && strict.diagnostics.contains("LG344"))
            let tried = try await run(arguments + ["--dry-run", "-O", "json"])
            #expect(tried.status == .done)
            #expect(try ReportDocument(tried.output).parameters["recorded"] == "2")
            let done = try ReportDocument(try await run(arguments + ["-O", "json"]).output)
            #expect(done.parameters["recorded"] == "2" && done.parameters["sum"] == "0.06")
            #expect(try done.rows("look_alikes").count == 1)
            // Another command may be sealing just now, and only what is sealed has a number.
            #expect(try await run(["seal", "--as", "clerk"]).status == .done)
            let list = try ReportDocument(try await run(["import", "list", "-O", "json"]).output)
            let row = try #require(
                try list.rows("imports").first { $0["source"]?.text == "mercer" }
            )
            #expect(row["file"]?.text == "june.csv" && row["sum"]?.cents == 6)
            #expect(row["by"]?.text == "demo_clerk_nj" && row["entries"]?.text == "2")
            let undo = try await run(["import", "undo", row["number"]?.text ?? "", "-O", "json"])
            #expect(undo.status == .done)
            let proposal = try ReportDocument(undo.output).parameters["proposal"] ?? ""
            let alone = try await run([
                "import", "undo", row["number"]?.text ?? "", "--proposal", proposal,
            ])
            #expect(alone.status == .refused && alone.diagnostics.contains("LG406"))
        }
    }

    @Test func `a mapping is checked by itself`() async throws {
        let wrong = Self.mapping.replacing("MM/DD/YYYY", with: "M/D/Y")
        try await with(["good.yaml": Self.mapping, "wrong.yaml": wrong]) { folder in
            let good = await CommandRun.of([
                "import", "check", folder.appending(path: "good.yaml").path,
            ])
            #expect(good.status == .done)
            #expect(good.output.contains("column Day, written MM/DD/YYYY"))
            let path = folder.appending(path: "wrong.yaml").path
            let bad = await CommandRun.of(["import", "check", path])
            #expect(bad.status != .done)
            #expect(bad.diagnostics.contains("\(path):7: a format has YYYY"))
        }
    }

    @Test func `dockets are imported from a file, and checked first`() async throws {
        let text = "docket,judgment_date,rule,grade,counts\nMER-25-9001,2025-07-01,%s,%s,1\n"
            .replacing("%s,%s", with: "nj-2C:34-1.2,crime")
        try await with(["dockets.csv": text]) { folder in
            let file = folder.appending(path: "dockets.csv").path
            let run = try await run([
                "docket", "import", file, "--source", "mercer", "--dry-run", "-O", "json",
                "--expect-count", "1",
            ])
            let lines = try ReportDocument(run.output).parameters
            #expect(lines["lines"] == "1", "\(run.diagnostics)")
            let list = try await self.run(["docket", "statement", "MER-25-9001"])
            #expect(list.status == .refused)
        }
    }

    @Test func `an import whose process is killed goes on where it stopped`() async throws {
        let count = 30_000
        let lines = (1...count).map { "MER-25-0103,0.01,2025-07-01,K-\($0)\n" }
        let text = "docket,amount,date,number\n" + lines.joined()
        try await with(["big.csv": text]) { folder in
            let file = folder.appending(path: "big.csv").path
            let arguments = ["collection", "import", file, "--source", "killed", "--quiet"]
            let process = Process()
            process.executableURL = TourShell.products.appending(path: "redress")
            process.arguments = arguments
            process.environment = [
                "REDRESS_DATABASE_URL": try await DemoDatabase.connection(as: "demo_clerk_nj")
            ]
            process.standardOutput = FileHandle.nullDevice
            try process.run()
            var kept = 0
            for _ in 0..<1_200 where kept == 0 && process.isRunning {
                try await Task.sleep(for: .milliseconds(25))
                kept = try await received()
            }
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
            #expect(process.terminationReason == .uncaughtSignal)
            kept = try await received()
            #expect(kept > 0 && kept < count)
            let again = try ReportDocument(try await run(arguments + ["-O", "json"]).output)
            #expect(again.parameters["recorded"] == "\(count - kept)")
            #expect(again.parameters["recorded_before"] == "\(kept)")
            #expect(try await received() == count)
        }
    }

    private func received() async throws -> Int {
        try await DemoDatabase.query(
            "SELECT DISTINCT number FROM ledger.receipt WHERE source = 'killed'"
        ).count
    }
}
