import ArgumentParser
import LedgerOperations

struct ListRecipientsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "The recipients and the roles that they can have in a case.",
        discussion: """
            Example:
              redress recipient list --jurisdiction us
            """
    )

    @OptionGroup var global: GlobalOptions

    func run() async throws {
        let result = try await LedgerSession.run(global) { try await $0.recipientList() }
        try await ResultWriter(global).write(result)
    }
}
