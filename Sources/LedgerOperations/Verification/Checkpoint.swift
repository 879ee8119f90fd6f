import Foundation

/// One block of a jurisdiction's chain as it was published: kept outside the database, it shows
/// later whether the chain was cut or rewritten.
public struct Checkpoint: Hashable, Sendable {
    /// The code of the jurisdiction.
    public let jurisdiction: String

    /// The number of the block.
    public let blockNumber: Int64

    /// How many entries are sealed up to and in that block.
    public let entryCount: Int64

    /// The hash of the block, 32 bytes.
    public let blockHash: [UInt8]

    /// When the block was sealed, in microseconds since 2000-01-01 00:00 UTC.
    public let sealedAt: Int64

    /// Makes a checkpoint.
    public init(
        jurisdiction: String,
        blockNumber: Int64,
        entryCount: Int64,
        blockHash: [UInt8],
        sealedAt: Int64
    ) {
        self.jurisdiction = jurisdiction
        self.blockNumber = blockNumber
        self.entryCount = entryCount
        self.blockHash = blockHash
        self.sealedAt = sealedAt
    }

    /// What is signed: five lines, each ended by a line feed.
    public var text: String {
        """
        redress/\(jurisdiction)
        \(blockNumber)
        \(entryCount)
        \(Data(blockHash).base64EncodedString())
        \(InstantText.of(sealedAt))

        """
    }

    /// Reads what `text` writes; `CheckpointFailure.malformed` for anything else.
    public init(text: String) throws(CheckpointFailure) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.count == 6, lines[5].isEmpty, lines[0].hasPrefix("redress/"),
            let blockNumber = Int64(lines[1]), blockNumber > 0,
            let entryCount = Int64(lines[2]), entryCount >= blockNumber,
            let hash = Data(base64Encoded: String(lines[3])), hash.count == 32,
            let sealedAt = InstantText.microseconds(String(lines[4]))
        else { throw .malformed }
        self.init(
            jurisdiction: String(lines[0].dropFirst("redress/".count)),
            blockNumber: blockNumber,
            entryCount: entryCount,
            blockHash: Array(hash),
            sealedAt: sealedAt
        )
        guard self.text == text else { throw .malformed }
    }
}
