import ArgumentParser
import LedgerOperations

struct ListPoliciesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Every setting: its value, its default, its unit and what it means.",
        discussion: """
            Example:
              redress jurisdiction policy list --jurisdiction us
            """
    )

    @OptionGroup var global: GlobalOptions

    func run() async throws {
        let result = try await LedgerSession.run(global) { try await $0.policyList() }
        try await ResultWriter(global).write(result)
    }
}
