import ArgumentParser
import LedgerOperations

struct ListProposalsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "What one person proposed and another may approve.",
        discussion: """
            Example:
              redress proposal list --jurisdiction us-mn-hennepin
            """
    )

    @OptionGroup var global: GlobalOptions

    func run() async throws {
        let result = try await LedgerSession.run(global) { try await $0.proposalList() }
        try await ResultWriter(global).write(result)
    }
}
