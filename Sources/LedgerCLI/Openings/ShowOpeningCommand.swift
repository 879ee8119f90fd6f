import ArgumentParser
import LedgerOperations

struct ShowOpeningCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Which funds came from another system, who signed, which files, and the tie.",
        discussion: """
            Example:
              redress opening show --jurisdiction us-mn-hennepin
            """
    )

    @OptionGroup var global: GlobalOptions

    func run() async throws {
        let result = try await LedgerSession.run(global) { try await $0.openingList() }
        try await ResultWriter(global).write(result)
    }
}
