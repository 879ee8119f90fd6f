import Foundation
import Testing

@testable import LedgerCLI

@Suite struct OpeningCommandTests {
    /// Files without lines, so that everything but the fund itself is right.
    private static let empty = [
        "debts.csv": "docket,judgment_date,rule,ordered\n",
        "trial_balance.csv": "account,debit,credit\n",
        "controls.csv": """
        file,measure,count,sum
        debts,ordered,0,0.00
        debts,held,0,0.00
        debts,sent,0,0.00
        trial_balance,debit,0,0.00
        trial_balance,credit,0,0.00

        """,
    ]

    private func folder(_ files: [String: String]) throws -> URL {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "opening-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for (name, text) in files {
            try Data(text.utf8).write(to: folder.appending(path: name))
        }
        return folder
    }

    private func propose(_ folder: URL) async throws -> CommandRun {
        try await CommandRun.onDemo(
            ["opening", "import", folder.path(), "--cut-over", "2025-06-30", "-O", "csv"],
            as: "demo_clerk_hennepin"
        )
    }

    @Test func `a fund that is at work already is refused by its code`() async throws {
        let folder = try folder(Self.empty)
        defer { try? FileManager.default.removeItem(at: folder) }
        let run = try await propose(folder)
        #expect(run.status == .refused)
        #expect(run.diagnostics.contains("LG351"))
    }

    @Test func `what is wrong with the files is listed by file and line`() async throws {
        var files = Self.empty
        files["trial_balance.csv"] = nil
        files["debts.csv"]?.append("OLD-1,2025-02-30,mn-609.3241,750.00\n")
        let folder = try folder(files)
        defer { try? FileManager.default.removeItem(at: folder) }
        let run = try await propose(folder)
        #expect(run.status == .refused)
        #expect(run.output.contains("debts.csv,2,7,\"LG109"))
        #expect(run.output.contains("trial_balance.csv,0,1,The file is not in the folder."))
        #expect(run.diagnostics.contains("The opening was not kept"))
    }

    @Test func `a proposal and an approval are two commands`() async {
        let both = await CommandRun.of([
            "opening", "import", "x", "--cut-over", "2025-06-30", "--approve", "1",
        ])
        #expect(both.status == .usage)
        #expect(both.diagnostics.contains("Give --cut-over to propose, or --approve alone."))
    }
}
