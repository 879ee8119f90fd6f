import ArgumentParser
import LedgerModel
import LedgerOperations
import LedgerReports

struct AssignExceptionCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "assign",
        abstract: "Names who sees to an exception, and by when.",
        discussion: """
            Example:
              redress exception assign bank-12.3 demo_clerk_hennepin --due 2026-12-01 --dry-run
            """
    )

    @Argument(help: "The name of the exception, as the report has it.")
    var exception: String

    @Argument(help: "The login that sees to it.")
    var login: String

    @Option(help: "By when; the day of its class otherwise.", transform: ArgumentReader.date)
    var due: LedgerDate?

    @OptionGroup var global: GlobalOptions
    @OptionGroup var write: WriteOptions

    func run() async throws {
        let command = write.command
        let recorded = try await LedgerSession.run(global) {
            try await $0.change(exception: exception, .assign(to: login, by: due), command)
        }
        try await ResultWriter(global).write(
            .recorded(
                "exception_assigned",
                recorded,
                [ReportField("exception", exception), ReportField("owner", login)]
            )
        )
    }
}
