import ArgumentParser
import LedgerOperations

/// A checkpoint from outside the database, with the key that proves it.
struct PublishedCheckpoint: ParsableArguments {
    @Option(
        help: "A checkpoint that was kept outside the database.",
        completion: .file()
    )
    var checkpoint: String

    @Option(help: "The public key that proves the checkpoint.", completion: .file())
    var publicKey: String

    func read() throws -> Checkpoint {
        let key = try CheckpointPublicKey(text: try CheckpointFiles.text(of: publicKey))
        return try key.open(try CheckpointFiles.text(of: checkpoint))
    }
}
