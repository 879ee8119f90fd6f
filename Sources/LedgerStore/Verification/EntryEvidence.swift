package import PostgresClient

/// All that proves one sealed entry: its rows, its place in the tree, and the blocks behind it.
package struct EntryEvidence: Sendable {
    package struct Row: Sendable {
        package let table: SealedTable
        package let values: [[UInt8]?]
    }

    package let number: Int64
    package let rows: [Row]
    package let leaf: [UInt8]
    package let path: [[UInt8]]
    package let blocks: [BlockHeader]

    /// Reads the evidence for an entry, with blocks up to the published one.
    package static func read(
        number: Int64,
        jurisdiction: Int32,
        through lastBlock: Int64,
        _ connection: isolated PostgresConnection
    ) async throws -> EntryEvidence {
        let found = try await connection.execute(
            """
            SELECT s.entry_id, b.number, b.first_entry_number, b.entry_count
            FROM ledger.sealed_entry AS s
            JOIN ledger.block AS b ON b.jurisdiction_id = s.jurisdiction_id
                AND s.number >= b.first_entry_number
                AND s.number < b.first_entry_number + b.entry_count
            WHERE s.jurisdiction_id = \(jurisdiction) AND s.number = \(number)
            """
        )
        guard let row = found.first else { throw VerifierError.unknownEntry(number) }
        let id = try row.decode(Int64.self, at: 0)
        let block = try row.decode(Int64.self, at: 1)
        let first = try row.decode(Int64.self, at: 2)
        let count = try Int64(row.decode(Int32.self, at: 3))
        guard block <= lastBlock else { throw VerifierError.notCovered(number) }
        let leaves = try await connection.execute(
            """
            SELECT leaf_hash FROM ledger.sealed_entry
            WHERE jurisdiction_id = \(jurisdiction) AND number >= \(first)
                AND number < \(first + count)
            ORDER BY number
            """
        ).map { try $0.decode([UInt8].self, at: 0) }
        let tables = try await SealedTable.all(connection)
        let hasher = EntryHasher(tables: tables, jurisdiction: jurisdiction)
        try await hasher.load(numbers: number...number, ids: id...id, connection)
        return EntryEvidence(
            number: number,
            rows: hasher.rows(of: id).map { Row(table: tables[$0.table], values: $0.values) },
            leaf: hasher.hash(id, into: nil).leaf,
            path: MerkleTree.path(to: Int(number - first), in: leaves[...]),
            blocks: try await BlockHeader.read(
                jurisdiction: jurisdiction,
                after: block - 1,
                limit: lastBlock - block + 1,
                connection
            )
        )
    }
}
