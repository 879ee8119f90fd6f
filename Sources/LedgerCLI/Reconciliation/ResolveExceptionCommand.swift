import ArgumentParser
import LedgerModel
import LedgerOperations
import LedgerReports

struct ResolveExceptionCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "resolve",
        abstract: "Records what an exception was: explained, or an error of the bank or the books.",
        discussion: """
            An open line ends when it is matched; until then an error of its side is a listed \
            item of the reconciliation.

            Example:
              redress exception resolve bank-12.3 bank_error --dry-run \\
                --reason 'the bank credited us with money of another court'
            """
    )

    @Argument(help: "The name of the exception, as the report has it.")
    var exception: String

    @Argument(
        help: "explained, bank_error or book_error.",
        transform: ArgumentReader.word
    )
    var resolution: ReconciliationException.Resolution

    @Option(help: "Why, at most 200 characters, never about a person.")
    var reason: String

    @OptionGroup var global: GlobalOptions
    @OptionGroup var write: WriteOptions

    func run() async throws {
        let command = write.command
        let recorded = try await LedgerSession.run(global) {
            try await $0.change(
                exception: exception,
                .resolve(resolution, reason: reason),
                command
            )
        }
        try await ResultWriter(global).write(
            .recorded(
                "exception_resolved",
                recorded,
                [
                    ReportField("exception", exception),
                    ReportField("resolution", resolution.rawValue),
                ]
            )
        )
    }
}
