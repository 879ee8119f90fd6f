import ArgumentParser
import EmbeddedPostgres
import LedgerOperations
import LedgerReports

struct RestoreDatabaseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Brings a backup back into an empty database and verifies it.",
        discussion: """
            Example:
              redress db restore books.dump --database "dbname=restored" \\
                  --checkpoint books.dump.checkpoint --public-key redress.key.pub
            """
    )

    @Argument(help: "The file of the backup.", completion: .file())
    var file: String

    @Option(help: "The checkpoint to verify against.", completion: .file())
    var checkpoint: String?

    @Option(help: "The public key that proves the checkpoint.", completion: .file())
    var publicKey: String?

    @OptionGroup var global: GlobalOptions

    func validate() throws {
        if (checkpoint == nil) != (publicKey == nil) {
            throw ValidationError("Give --checkpoint and --public-key together.")
        }
    }

    func run() async throws {
        let backup = LedgerBackup(
            database: try DatabaseChoice(global, in: .current).connectionString(global),
            programs: try DatabaseChoice.ownServer(global).programsFolder()
        )
        let restored = try await backup.restore(
            from: file,
            against: try CheckpointFiles.read(checkpoint, publicKey: publicKey)
        )
        let missing = restored.missingLogins.joined(separator: ", ")
        let writer = ResultWriter(global)
        guard let report = restored.report else {
            return try await writer.write(
                .facts(
                    "db_restore",
                    "Restored, not verified: no checkpoint was named",
                    [
                        ReportField("logins_to_create", missing.isEmpty ? "none" : missing)
                    ]
                )
            )
        }
        if !missing.isEmpty { global.note("These logins are to be created: \(missing)") }
        try await writer.write(VerificationSummary.report(report, hasFindings: true))
        try report.throwFindings(next: "Restore an older backup beside it and compare.")
    }
}
