import ArgumentParser
import LedgerOperations
import LedgerReports

struct ReleaseStatementCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "release",
        abstract: "Releases a quarantined statement; not by the person who imported it.",
        discussion: """
            Example:
              redress statement release 12 --dry-run \\
                --reason 'the bank confirmed the closing balance'
            """
    )

    @Argument(help: "The number of the statement, as listed.")
    var number: Int64

    @Option(help: "Why it can be used, at most 200 characters, never about a person.")
    var reason: String

    @Option(help: "An older statement of the account that it supersedes.")
    var supersedes: Int64?

    @OptionGroup var global: GlobalOptions
    @OptionGroup var write: WriteOptions

    func run() async throws {
        let command = write.command
        let recorded = try await LedgerSession.run(global) {
            try await $0.releaseStatement(number, reason: reason, instead: supersedes, command)
        }
        try await ResultWriter(global).write(
            .recorded("statement_release", recorded, [ReportField("statement", "\(number)")])
        )
    }
}
