import ArgumentParser
import LedgerModel
import LedgerOperations
import LedgerReports

struct ReopenSignOffCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reopen",
        abstract: "Lets the last signed period change again; not by the person who reviewed it.",
        discussion: """
            Example:
              redress reconcile reopen court-bank --through 2025-05-31 --dry-run \\
                --reason 'the bank corrected its statement'
            """
    )

    @Argument(help: "The code of the bank account.")
    var account: String

    @Option(help: "The last day of the signed period.", transform: ArgumentReader.date)
    var through: LedgerDate

    @Option(help: "Why, at most 200 characters, never about a person.")
    var reason: String

    @OptionGroup var global: GlobalOptions
    @OptionGroup var write: WriteOptions

    func run() async throws {
        let command = write.command
        let recorded = try await LedgerSession.run(global) {
            try await $0.reopenSignOff(of: account, through: through, reason: reason, command)
        }
        try await ResultWriter(global).write(
            .recorded(
                "sign_off_reopening",
                recorded,
                [ReportField("account", account), ReportField("through", "\(through)")]
            )
        )
    }
}
