import ArgumentParser
import LedgerOperations

struct ListPrincipalsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Who may do what; the same as the access report.",
        discussion: """
            Example:
              redress principal list --jurisdiction us-mn
            """
    )

    @OptionGroup var global: GlobalOptions

    func run() async throws {
        let result = try await LedgerSession.run(global) { try await $0.accessReport() }
        try await ResultWriter(global).write(result)
    }
}
