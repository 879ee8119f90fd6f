import Crypto
import Foundation
import LedgerStore

/// The public half of the key that signs checkpoints; anyone may have it.
public struct CheckpointPublicKey: Hashable, Sendable {
    private let bytes: Data

    init(_ key: Curve25519.Signing.PublicKey) { bytes = key.rawRepresentation }

    /// Reads a key from the text of its file.
    ///
    /// Throws `CheckpointFailure.notAKey` for anything else.
    public init(text: String) throws(CheckpointFailure) {
        let trimmed = text.trimmingCharacters(in: .whitespacesAndNewlines)
        guard let bytes = Data(base64Encoded: trimmed), bytes.count == 32 else {
            throw .notAKey(String(trimmed.prefix(50)))
        }
        self.bytes = bytes
    }

    /// The key in base64.
    public var text: String { bytes.base64EncodedString() }

    /// Eight hex digits that tell keys apart.
    public var id: String { Hex.text(SHA256.hash(data: bytes).prefix(4)) }

    /// Reads a checkpoint file and proves its signature.
    ///
    /// Throws `CheckpointFailure`: malformed, signed with another key, or changed after signing.
    public func open(_ file: String) throws(CheckpointFailure) -> Checkpoint {
        guard let gap = file.range(of: "\n\n-- ", options: .backwards) else { throw .malformed }
        let text = String(file[..<gap.lowerBound]) + "\n"
        let line = file[gap.upperBound...].dropLast().split(separator: " ")
        guard line.count == 2, let signature = Data(base64Encoded: String(line[1])),
            file == "\(text)\n-- \(line[0]) \(signature.base64EncodedString())\n"
        else { throw .malformed }
        guard line[0] == id else { throw .otherKey(String(line[0])) }
        guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: bytes),
            key.isValidSignature(signature, for: Data(text.utf8))
        else { throw .wrongSignature }
        return try Checkpoint(text: text)
    }
}
