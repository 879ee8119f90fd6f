import ArgumentParser
import EmbeddedPostgres
import LedgerReports

struct StopDatabaseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stop",
        abstract: "Stops the private PostgreSQL; its books stay. Safe to repeat.",
        discussion: """
            Example:
              redress db stop
            """
    )

    @OptionGroup var global: GlobalOptions

    func run() async throws {
        try DatabaseChoice.ownServer(global).stop()
        try await ResultWriter(global).write(
            .facts("db_stop", "The private PostgreSQL is stopped", [])
        )
    }
}
