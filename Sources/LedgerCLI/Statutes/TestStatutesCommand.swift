import ArgumentParser
import StatuteLibrary

struct TestStatutesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test",
        abstract: "Runs the worked examples of every rule.",
        discussion: """
            Example:
              redress statute test
            """
    )

    @OptionGroup var global: GlobalOptions

    func run() async throws {
        try await StatuteExamples.run(try LawFiles.library().rules, global)
    }
}
