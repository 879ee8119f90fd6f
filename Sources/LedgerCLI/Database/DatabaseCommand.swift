import ArgumentParser

struct DatabaseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "db",
        abstract: "The database: the private PostgreSQL, or the one that is named.",
        discussion: """
            Example:
              redress db status
            """,
        subcommands: [
            StartDatabaseCommand.self, StopDatabaseCommand.self, DatabaseStatusCommand.self,
            MigrateDatabaseCommand.self, DatabaseDoctorCommand.self,
            BackupDatabaseCommand.self, RestoreDatabaseCommand.self,
        ]
    )
}
