import Crypto
import Foundation
import LedgerStore

/// The private half of the key that signs checkpoints.
public struct CheckpointKey: Sendable {
    private let key: Curve25519.Signing.PrivateKey

    /// Makes a new key.
    public init() { key = Curve25519.Signing.PrivateKey() }

    /// Reads the key that `write(to:)` wrote.
    ///
    /// Throws `CheckpointFailure` when the file holds no key or others may read it.
    public init(contentsOf path: String) throws {
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        let mode = (attributes[.posixPermissions] as? NSNumber)?.intValue ?? 0o777
        guard mode & 0o077 == 0 else { throw CheckpointFailure.keyIsNotPrivate(path) }
        let text = try String(contentsOfFile: path, encoding: .utf8)
        let bytes = Data(base64Encoded: text.trimmingCharacters(in: .whitespacesAndNewlines))
        guard let bytes, let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: bytes)
        else { throw CheckpointFailure.notAKey(path) }
        self.key = key
    }

    /// Writes the key to a file that only its owner can read, and the public half beside it with
    /// the ending `.pub`.
    ///
    /// Throws `CheckpointFailure.keyExists` rather than overwrite a key.
    public func write(to path: String) throws {
        let bytes = Data((key.rawRepresentation.base64EncodedString() + "\n").utf8)
        guard !FileManager.default.fileExists(atPath: path),
            FileManager.default.createFile(
                atPath: path,
                contents: bytes,
                attributes: [.posixPermissions: 0o600]
            )
        else { throw CheckpointFailure.keyExists(path) }
        try (publicKey.text + "\n").write(toFile: path + ".pub", atomically: true, encoding: .utf8)
    }

    /// The half that checks what this one signs.
    public var publicKey: CheckpointPublicKey { CheckpointPublicKey(key.publicKey) }

    /// The text of a checkpoint file: the checkpoint, an empty line, the signature line.
    public func sign(_ checkpoint: Checkpoint) throws -> String {
        let signature = try key.signature(for: Data(checkpoint.text.utf8))
        return "\(checkpoint.text)\n-- \(publicKey.id) \(signature.base64EncodedString())\n"
    }
}
