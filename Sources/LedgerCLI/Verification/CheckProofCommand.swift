import ArgumentParser
import Foundation
import LedgerOperations
import LedgerReports

struct CheckProofCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Checks a proof against a published checkpoint; needs no database.",
        discussion: """
            Example:
              redress proof check entry-5.json --checkpoint us-mn.checkpoint \\
                  --public-key redress.key.pub
            """
    )

    @Argument(help: "The file of the proof.", completion: .file())
    var file: String

    @OptionGroup var published: PublishedCheckpoint
    @OptionGroup var global: GlobalOptions

    func run() async throws {
        let checkpoint = try published.read()
        let text = try CheckpointFiles.text(of: file)
        guard let proof = try? JSONDecoder().decode(InclusionProof.self, from: Data(text.utf8))
        else { throw FileFailure(problem: "The file \(file) holds no proof.") }
        do throws(ProofFailure) {
            try proof.check(against: checkpoint)
        } catch {
            throw Findings(
                summary: "The proof does not hold.",
                facts: "\(error)",
                remedy: "Ask for the proof anew, and for the checkpoint that it was made for."
            )
        }
        try await ResultWriter(global).write(
            .facts(
                "proof_check",
                "The entry is in the published chain, as it stands in the proof",
                [
                    ReportField("jurisdiction", proof.jurisdiction),
                    ReportField("entry", "\(proof.entryNumber)"),
                    ReportField("checkpoint_block", "\(checkpoint.blockNumber)"),
                ]
            )
        )
    }
}
