import ArgumentParser
import LedgerOperations
import LedgerReports

struct RevokeTokenCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "revoke",
        abstract: "Takes a token out of force.",
        discussion: """
            Example:
              redress token revoke reports --jurisdiction us-mn
            """
    )

    @Argument(help: "The label of the token.")
    var label: String

    @OptionGroup var global: GlobalOptions
    @OptionGroup var write: WriteOptions

    func run() async throws {
        let recorded = try await LedgerSession.run(global) {
            try await $0.revokeToken(label, write.command)
        }
        try await ResultWriter(global).write(
            .recorded("token_revoke", recorded, [ReportField("label", label)])
        )
    }
}
