import ArgumentParser
import LedgerOperations

struct VerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Proves that nothing was altered, also against a published checkpoint.",
        discussion: """
            Example:
              redress verify --jurisdiction us-mn
            """
    )

    @Option(
        help: "A checkpoint that was kept outside the database.",
        completion: .file()
    )
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
        let published = try CheckpointFiles.read(checkpoint, publicKey: publicKey)
        let report = try await LedgerSession.run(global) {
            try await $0.verify(against: published)
        }
        try await ResultWriter(global).write(VerificationSummary.report(report, hasFindings: true))
        try report.throwFindings(
            next: "Keep the database as it is, and restore a backup beside it."
        )
    }
}
