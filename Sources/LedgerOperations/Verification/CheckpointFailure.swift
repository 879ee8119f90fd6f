/// Why a checkpoint, a key or a proof cannot be used; none of these says anything of the ledger.
public enum CheckpointFailure: Error, Hashable, Sendable, CustomStringConvertible {
    /// The text is not that of a checkpoint.
    case malformed
    /// The signature was not made with this key, or the text was changed after it was signed.
    case wrongSignature
    /// The checkpoint was signed with the key of this identity, not with the one given.
    case otherKey(String)
    /// The checkpoint is of this jurisdiction, not of the one verified.
    case otherJurisdiction(String)
    /// The file does not hold a key.
    case notAKey(String)
    /// The file can be read by others than its owner.
    case keyIsNotPrivate(String)
    /// The file is there already; a key is never overwritten.
    case keyExists(String)
    /// There is no block yet that could be published.
    case nothingSealed
    /// The entry of this number was sealed after the checkpoint.
    case entryIsLater(Int64)

    /// The failure and what to do about it, in words.
    public var description: String {
        switch self {
        case .malformed: "this is not a checkpoint"
        case .wrongSignature:
            "the signature does not fit the checkpoint: the file was changed, or another key signed"
        case .otherKey(let id):
            "the checkpoint was signed with key \(id); give the public key of it"
        case .otherJurisdiction(let code): "the checkpoint is of jurisdiction \(code)"
        case .notAKey(let path): "\(path) does not hold a key"
        case .keyIsNotPrivate(let path): "\(path) can be read by others; chmod 600 it"
        case .keyExists(let path): "\(path) exists; a key is never overwritten"
        case .entryIsLater(let number): "entry \(number) was sealed after the checkpoint"
        case .nothingSealed: "no block is sealed yet; seal first"
        }
    }
}
