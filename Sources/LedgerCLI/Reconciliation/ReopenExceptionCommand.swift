import ArgumentParser
import LedgerOperations
import LedgerReports

struct ReopenExceptionCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reopen",
        abstract: "Takes back what was said of an exception.",
        discussion: """
            Example:
              redress exception reopen bank-12.3 --reason 'the bank denies it' --dry-run
            """
    )

    @Argument(help: "The name of the exception.")
    var exception: String

    @Option(help: "Why, at most 200 characters, never about a person.")
    var reason: String

    @OptionGroup var global: GlobalOptions
    @OptionGroup var write: WriteOptions

    func run() async throws {
        let command = write.command
        let recorded = try await LedgerSession.run(global) {
            try await $0.change(exception: exception, .reopen(reason: reason), command)
        }
        try await ResultWriter(global).write(
            .recorded(
                "exception_reopened",
                recorded,
                [ReportField("exception", exception)]
            )
        )
    }
}
