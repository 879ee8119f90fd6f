import ArgumentParser
import EmbeddedPostgres
import LedgerOperations
import LedgerReports

struct BackupDatabaseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Writes the whole database to a file, and the signed head of a chain beside it.",
        discussion: """
            Example:
              redress db backup books.dump --key redress.key --jurisdiction us-mn
            """
    )

    @Argument(help: "The file to write.", completion: .file())
    var file: String

    @Option(
        help: "The file of the key that signs; made when there is none.",
        completion: .file()
    )
    var key: String

    @OptionGroup var global: GlobalOptions

    func validate() throws {
        if global.jurisdiction == nil {
            throw ValidationError("Name the jurisdiction whose chain is signed: --jurisdiction.")
        }
    }

    func run() async throws {
        let backup = LedgerBackup(
            database: try DatabaseChoice(global, in: .current).connectionString(global),
            programs: try DatabaseChoice.ownServer(global).programsFolder()
        )
        try await LedgerSession.run(global) { _ = try await $0.sealEverything() }
        let checkpoint = try await backup.write(
            to: file,
            jurisdiction: global.jurisdiction ?? "",
            signing: try CheckpointFiles.key(key)
        )
        try await ResultWriter(global).write(
            .facts(
                "db_backup",
                "Wrote the backup",
                [
                    ReportField("file", file), ReportField("checkpoint", "\(file).checkpoint"),
                    ReportField("public_key", "\(key).pub"),
                    ReportField("block", "\(checkpoint.blockNumber)"),
                ]
            )
        )
    }
}
