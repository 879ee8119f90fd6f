import Testing

@Suite struct TourTests {
    @Test func `the tour of README works as it is written`() async throws {
        let tour = Tour(try DocumentFile("README.md"))
        let commands = tour.steps.flatMap(\.commands)
        #expect(commands.count > 30)
        let demo = "PATH=\"$PWD/.build/release:$PATH\" redress demo --output json"
        let endings = try await TourShell.run([demo] + commands.map(\.text))
        #expect(endings[0].exitCode == 0, "\(endings[0].output)")

        var rest = endings.dropFirst()
        for step in tour.steps {
            let outputs = rest.prefix(step.commands.count)
            rest = rest.dropFirst(step.commands.count)
            for (command, ending) in zip(step.commands, outputs) {
                #expect(
                    ending.exitCode == command.exitCode,
                    "README.md, the block at line \(step.line): \(command.text)\n\(ending.output)"
                )
            }
            let output = outputs.map(\.output).joined()
            let missing = step.shown.flatMap { Tour.missing($0, in: output) }
            #expect(missing == nil, "README.md, the block at line \(step.line)\n\(output)")
        }
    }

    @Test(
        arguments: [
            ("a\nb", "a\nb\n", nil), ("...\nb", "a\nb", nil), ("a\n...", "a\nb\nc", nil),
            ("a ... c", "a b c", nil), ("a\n\nb", "a  \n\nb", nil), ("...a...b...", "xaxbx", nil),
            ("a", "a\nb", "the end, before: b"), ("a\nc", "a\nb\nc", "c"),
            ("a ... d", "a b c", "a ... d"),
            ("...\nb\na", "a\nb", "a"),
        ] as [(String, String, String?)]
    )
    func `what is shown is compared`(_ shown: String, _ output: String, _ missing: String?) {
        let lines = shown.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(Tour.missing(lines, in: output) == missing)
    }
}
