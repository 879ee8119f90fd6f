import ArgumentParser
import Foundation
import LedgerOperations
import LedgerReports

struct WriteProofCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "write",
        abstract: "Writes the proof that an entry is in the chain of a checkpoint.",
        discussion: """
            Example:
              redress proof write 5 entry-5.json --checkpoint us-mn.checkpoint \\
                  --public-key redress.key.pub --jurisdiction us-mn
            """
    )

    @Argument(help: "The number of the entry, as reports show it.")
    var entry: Int64

    @Argument(help: "The file to write.", completion: .file())
    var file: String

    @OptionGroup var published: PublishedCheckpoint
    @OptionGroup var global: GlobalOptions

    func run() async throws {
        let checkpoint = try published.read()
        let proof = try await LedgerSession.run(global) {
            try await $0.prove(entry: entry, through: checkpoint)
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
        try CheckpointFiles.write(
            String(decoding: try encoder.encode(proof), as: UTF8.self) + "\n",
            to: file
        )
        try await ResultWriter(global).write(
            .facts(
                "proof_write",
                "Wrote the proof",
                [
                    ReportField("file", file), ReportField("jurisdiction", proof.jurisdiction),
                    ReportField("entry", "\(proof.entryNumber)"),
                    ReportField("checkpoint_block", "\(checkpoint.blockNumber)"),
                ]
            )
        )
    }
}
