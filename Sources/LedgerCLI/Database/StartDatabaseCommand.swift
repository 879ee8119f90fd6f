import ArgumentParser
import EmbeddedPostgres
import LedgerReports

struct StartDatabaseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "start",
        abstract: "Makes and starts the private PostgreSQL; safe to repeat.",
        discussion: """
            Example:
              redress db start
            """
    )

    @OptionGroup var global: GlobalOptions

    func run() async throws {
        let server = try DatabaseChoice.ownServer(global).start()
        try await ResultWriter(global).write(
            .facts(
                "db_start",
                "The private PostgreSQL runs",
                [
                    ReportField("connection", server.conninfo)
                ]
            )
        )
    }
}
