import ArgumentParser
import LedgerOperations
import LedgerReports

struct MigrateDatabaseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "migrate",
        abstract: "Brings the database to the schema of this version; safe to repeat.",
        discussion: """
            Example:
              redress db migrate
            """
    )

    @OptionGroup var global: GlobalOptions

    func run() async throws {
        let ran = try await LedgerSession.run(global) { try await $0.migrate() }
        try await ResultWriter(global).write(
            .facts(
                "db_migrate",
                "The schema is that of this version",
                [
                    ReportField(
                        "migrations_run",
                        ran.isEmpty ? "none" : ran.joined(separator: ", ")
                    )
                ]
            )
        )
    }
}
