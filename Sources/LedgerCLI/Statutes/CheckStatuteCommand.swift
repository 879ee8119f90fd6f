import ArgumentParser
import StatuteLibrary

struct CheckStatuteCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Reads rule files and runs their worked examples.",
        discussion: """
            Example:
              redress statute check my-rule.yaml
            """
    )

    @Argument(help: "The files.", completion: .file(extensions: ["yaml"]))
    var files: [String]

    @OptionGroup var global: GlobalOptions

    func run() async throws {
        let rules = try files.map { try StatuteLibrary.load(file: $0) }
        try await StatuteExamples.run(rules, global)
    }
}
