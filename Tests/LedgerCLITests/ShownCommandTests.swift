import ArgumentParser
import Testing

@testable import LedgerCLI

/// What documents, help pages and hints tell people to type.
@Suite struct ShownCommandTests {
    @Test func `what documents show to be typed is understood`() throws {
        var calls = 0
        for document in try DocumentFile.all {
            for block in document.blocks where block.kind != "text" {
                for call in CommandLines(block.text).redressCalls {
                    calls += 1
                    check(call, "\(document.path), the block at line \(block.line)")
                }
            }
            for span in document.spans where span.hasPrefix("redress ") {
                for call in CommandLines(span).redressCalls { check(call, document.path) }
            }
        }
        #expect(calls > 30)
    }

    @Test(arguments: HelpTests.commands)
    func `the examples of a help page are understood`(_ command: [String]) async throws {
        let help = await CommandRun.of(command + ["--help"]).output
        let start = try #require(help.firstRange(of: "Example:\n")).upperBound
        let end = try #require(help.firstRange(of: "\nUSAGE:")).lowerBound
        let example = String(help[start..<end]).replacing("|\n", with: "| ")
        let calls = CommandLines(example).redressCalls
        #expect(!calls.isEmpty)
        for call in calls { check(call, "redress \(command.joined(separator: " ")) --help") }
    }

    @Test func `what is said at the start and after the demo is understood`() {
        // A table: the command, two spaces, what it does.
        let welcome = Welcome.text.split(separator: "\n").filter { $0.hasPrefix("  ") }
            .map { line in
                let command = line.dropFirst(2)
                return command[..<(command.firstRange(of: "  ")?.lowerBound ?? command.endIndex)]
            }
        let hints = [welcome.joined(separator: "\n"), DemoCommand.next(.ownServer(login: nil))]
        for hint in hints {
            let calls = CommandLines(hint).redressCalls
            #expect(calls.count > 3)
            for call in calls { check(call, hint) }
        }
    }

    @Test func `README lists every command`() throws {
        let rows = try DocumentFile("README.md").text.split(separator: "\n")
            .map { $0.split(separator: "|").map { $0.filter { !"` ".contains($0) } } }
            .filter { $0.count == 3 }
        for command in RedressCommand.configuration.subcommands {
            let name = command._commandName
            let verbs = command.configuration.subcommands.map { $0._commandName }
            #expect(
                rows.contains { $0[0] == name && $0[1] == verbs.joined(separator: ",") },
                "README.md, the commands: a row for `\(name)` with \(verbs)"
            )
        }
    }

    @Test(arguments: [
        (
            "PGUSER=pat redress report \\\n  balance -o a.html # so",
            [["report", "balance", "-o", "a.html"]]
        ),
        (
            "a | redress seal --as 'a b' && x=\"$y\" redress check > z",
            [["seal", "--as", "a b"], ["check"]]
        ),
        ("# redress no\necho redress", []),
    ])
    func `commands are found in shell`(_ text: String, _ calls: [[String]]) {
        #expect(CommandLines(text).redressCalls == calls)
    }

    /// A command without options may be named without what it needs; what a shell would put in
    /// place of a variable is a day or a number.
    private func check(_ call: [String], _ place: String) {
        if HelpTests.commands.contains(call) { return }
        let complaints = ["2025-06-30", "7"].map { value in
            complaint(call.map { $0.hasPrefix("$") ? value : $0 })
        }
        let isFine = complaints.contains(nil)
        #expect(isFine, "\(place): redress \(call.joined(separator: " "))\n\(complaints)")
    }

    private func complaint(_ call: [String]) -> String? {
        do {
            _ = try RedressCommand.parseAsRoot(call)
            return nil
        } catch {
            return RedressCommand.exitCode(for: error) == .success
                ? nil : RedressCommand.message(for: error)
        }
    }
}
