import Testing

@testable import LedgerCLI

@Suite struct CommandSuggestionTests {
    @Test(arguments: [
        (["reprot", "balance"], "redress report"),
        (["balnce"], "redress report balance"),
        (["collection", "recrod"], "redress collection record"),
        (["help", "docket", "asess"], "redress docket assess"),
    ])
    func `a mistyped command gets the nearest one`(_ arguments: [String], _ meant: String) async {
        let run = await CommandRun.of(arguments)
        #expect(run.status == .usage)
        #expect(run.output.isEmpty)
        #expect(run.diagnostics.contains("Did you mean '\(meant)'?"))
    }

    @Test func `nothing is suggested where nothing is near`() async {
        let run = await CommandRun.of(["xyzzy"])
        #expect(run.status == .usage)
        #expect(!run.diagnostics.contains("Did you mean"))
    }
}
