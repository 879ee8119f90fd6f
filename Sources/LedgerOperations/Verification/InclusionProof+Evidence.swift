import LedgerStore

extension InclusionProof {
    init(_ evidence: EntryEvidence, jurisdiction: String) {
        format = 1
        self.jurisdiction = jurisdiction
        entryNumber = evidence.number
        rows = evidence.rows.map { row in
            let columns = zip(row.table.columns, row.values).map { column, value in
                Column(
                    name: column.name,
                    type: column.type,
                    text: value.map { ValueText.of($0, type: column.type) },
                    bytes: value.map { Hex.text($0) }
                )
            }
            return Row(tag: row.table.tag, table: row.table.name, columns: columns)
        }
        leafHash = Hex.text(evidence.leaf)
        path = evidence.path.map { Hex.text($0) }
        blocks = evidence.blocks.map { Block($0) }
    }
}

extension InclusionProof.Block {
    init(_ header: BlockHeader) {
        number = header.number
        firstEntryNumber = header.firstEntryNumber
        entryCount = header.entryCount
        postingCount = header.postingCount
        postedCents = header.postedCents
        sealedAt = header.sealedAt
        rootHash = Hex.text(header.rootHash)
        columnDigests = header.columnDigests
        previousHash = Hex.text(header.previousHash)
        hash = Hex.text(header.hash)
    }
}
