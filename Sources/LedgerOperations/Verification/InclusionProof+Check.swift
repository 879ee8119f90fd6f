import LedgerStore

/// Why a proof does not hold.
public enum ProofFailure: Error, Hashable, Sendable, CustomStringConvertible {
    /// The file is of a version that this program does not know, or its values are malformed.
    case malformed
    /// The proof is of this jurisdiction, the checkpoint of another.
    case otherJurisdiction(String)
    /// The readable text of this column is not what was hashed.
    case textDiffers(table: String, column: String)
    /// The rows do not hash to the leaf.
    case leafDiffers
    /// Leaf and path do not lead to the root of the block.
    case rootDiffers
    /// The header of this block does not hash to its hash, or does not follow the one before it.
    case chainBroken(Int64)
    /// The blocks do not end in the one that was published.
    case checkpointDiffers

    /// The failure in words.
    public var description: String {
        switch self {
        case .malformed: "this is not a proof of a known version"
        case .otherJurisdiction(let code): "the proof is of jurisdiction \(code)"
        case .textDiffers(let table, let column):
            "the text of \(table).\(column) is not the value that was sealed"
        case .leafDiffers: "the rows are not those that were sealed"
        case .rootDiffers: "the entry is not in the block"
        case .chainBroken(let number): "block \(number) does not fit the chain"
        case .checkpointDiffers: "the chain does not end in the published block"
        }
    }
}

extension InclusionProof {
    /// Proves that the entry, exactly as shown, is in the chain that the checkpoint published.
    ///
    /// Throws `ProofFailure` at the first step that does not hold.
    public func check(against checkpoint: Checkpoint) throws(ProofFailure) {
        guard format == 1, let first = blocks.first, let last = blocks.last else {
            throw .malformed
        }
        guard jurisdiction == checkpoint.jurisdiction else {
            throw .otherJurisdiction(jurisdiction)
        }
        let leaf = try computedLeaf()
        guard Hex.text(leaf) == leafHash else { throw .leafDiffers }
        let siblings = path.compactMap(Hex.bytes)
        guard siblings.count == path.count else { throw .malformed }
        let (index, overflow) = entryNumber.subtractingReportingOverflow(first.firstEntryNumber)
        guard !overflow else { throw .malformed }
        let root = MerkleTree.root(
            from: leaf,
            at: Int(index),
            of: Int(first.entryCount),
            path: siblings[...]
        )
        guard let root, Hex.text(root) == first.rootHash else { throw .rootDiffers }
        try checkChain()
        guard last.number == checkpoint.blockNumber,
            last.hash == Hex.text(checkpoint.blockHash),
            last.firstEntryNumber.saturatingAdd(Int64(last.entryCount))
                == checkpoint.entryCount.saturatingAdd(1),
            last.sealedAt == checkpoint.sealedAt
        else { throw .checkpointDiffers }
    }

    private func computedLeaf() throws(ProofFailure) -> [UInt8] {
        var record = RecordBytes(LeafFormat.leafPrefix)
        for row in rows {
            record.begin(tag: row.tag, columns: row.columns.count)
            for column in row.columns {
                let bytes = column.bytes.flatMap(Hex.bytes)
                guard (bytes == nil) == (column.bytes == nil) else { throw .malformed }
                let text = bytes.map { ValueText.of($0, type: column.type) }
                guard text == column.text else {
                    throw .textDiffers(table: row.table, column: column.name)
                }
                record.append(bytes, type: column.type)
            }
        }
        return LeafFormat.hash(record.bytes)
    }

    private func checkChain() throws(ProofFailure) {
        var previous: Block?
        for block in blocks {
            guard let header = BlockHeader(block),
                Hex.text(header.computedHash(code: jurisdiction)) == block.hash
            else { throw .chainBroken(block.number) }
            if let previous {
                guard block.previousHash == previous.hash,
                    block.number == previous.number.saturatingAdd(1)
                else { throw .chainBroken(block.number) }
            }
            previous = block
        }
    }
}

extension BlockHeader {
    init?(_ block: InclusionProof.Block) {
        guard let root = Hex.bytes(block.rootHash), let hash = Hex.bytes(block.hash),
            let previous = Hex.bytes(block.previousHash)
        else { return nil }
        self.init(
            number: block.number,
            firstEntryNumber: block.firstEntryNumber,
            entryCount: block.entryCount,
            postingCount: block.postingCount,
            postedCents: block.postedCents,
            sealedAt: block.sealedAt,
            rootHash: root,
            columnDigests: block.columnDigests,
            previousHash: previous,
            hash: hash
        )
    }
}
