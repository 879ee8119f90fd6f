import ArgumentParser
import Testing

@testable import LedgerCLI

@Suite struct HelpTests {
    /// Every command by its words.
    static let commands: [[String]] = paths(of: RedressCommand.self, [])

    private static func paths(of command: any ParsableCommand.Type, _ path: [String]) -> [[String]]
    {
        [path]
            + command.configuration.subcommands.flatMap {
                paths(of: $0, path + [$0._commandName])
            }
    }

    @Test func `redress alone shows where to start in 25 lines`() async {
        let run = await CommandRun.of([])
        #expect(run.status == .done)
        #expect(run.output.split(separator: "\n", omittingEmptySubsequences: false).count <= 25)
        #expect(run.diagnostics.isEmpty)
    }

    @Test(arguments: commands)
    func `help is the same in three ways, has an example and fits 80 columns`(
        _ command: [String]
    ) async {
        let run = await CommandRun.of(command + ["--help"])
        #expect(run.status == .done)
        #expect(run.diagnostics.isEmpty)
        #expect(run.output.contains("Example:"))
        // argument-parser leaves the line of usage to the terminal.
        for line in run.output.split(separator: "\n") where !line.hasPrefix("USAGE:") {
            #expect(line.count <= 80)
        }
        #expect(await CommandRun.of(command + ["-h"]).output == run.output)
        #expect(await CommandRun.of(["help"] + command).output == run.output)
    }

    @Test(arguments: commands)
    func `an example that only reads works on the demo`(_ command: [String]) async throws {
        let help = await CommandRun.of(command + ["--help"]).output
        let lines = help.split(separator: "\n").map(String.init)
        let start = try #require(lines.firstIndex(of: "Example:"))
        let example = lines[lines.index(after: start)].split(separator: " ").map(String.init)
        let reading = [
            "report", "docket", "fund", "check", "verify", "seal", "statute", "principal",
            "jurisdiction",
        ]
        let verbs = ["statement", "list", "show", "test"]
        guard example.first == "redress", example.count > 1, reading.contains(example[1]),
            !example.contains("\\"), !example.contains("-o"),
            ["report", "check", "verify", "seal"].contains(example[1])
                || example.dropFirst(2).contains(where: verbs.contains)
        else { return }
        let run = try await CommandRun.onDemo(Array(example.dropFirst()))
        #expect(run.status == .done, "\(run.diagnostics)")
    }

    @Test(arguments: ["bash", "zsh", "fish"])
    func `there are completions for each shell`(_ shell: String) async {
        let run = await CommandRun.of(["--generate-completion-script", shell])
        #expect(run.status == .done)
        #expect(run.output.contains("trial-balance"))
    }
}
