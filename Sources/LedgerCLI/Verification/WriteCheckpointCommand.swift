import ArgumentParser
import LedgerOperations
import LedgerReports

struct WriteCheckpointCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "write",
        abstract: "Writes the signed head of the chain; makes the key when there is none.",
        discussion: """
            Example:
              redress checkpoint write us-mn.checkpoint --key redress.key \\
                  --jurisdiction us-mn
            """
    )

    @Argument(help: "The file to write.", completion: .file())
    var file: String

    @Option(help: "The file of the private key.", completion: .file())
    var key: String

    @OptionGroup var global: GlobalOptions

    func run() async throws {
        let key = try CheckpointFiles.key(key)
        let checkpoint = try await LedgerSession.run(global) { ledger in
            _ = try await ledger.sealEverything()
            return try await ledger.checkpoint()
        }
        try CheckpointFiles.write(try key.sign(checkpoint), to: file)
        try await ResultWriter(global).write(
            .facts(
                "checkpoint_write",
                "Wrote the checkpoint",
                [
                    ReportField("file", file), ReportField("jurisdiction", checkpoint.jurisdiction),
                    ReportField("block", "\(checkpoint.blockNumber)"),
                    ReportField("public_key", "\(self.key).pub"),
                ]
            )
        )
    }
}
