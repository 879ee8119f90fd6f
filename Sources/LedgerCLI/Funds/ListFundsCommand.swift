import ArgumentParser
import LedgerOperations

struct ListFundsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "The funds, their purposes, and what these may pay for.",
        discussion: """
            Example:
              redress fund list --jurisdiction us-mn
            """
    )

    @OptionGroup var global: GlobalOptions

    func run() async throws {
        let result = try await LedgerSession.run(global) { try await $0.fundList() }
        try await ResultWriter(global).write(result)
    }
}
