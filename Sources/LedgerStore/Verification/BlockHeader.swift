package import PostgresClient

/// A block as it is stored.
package struct BlockHeader: Sendable, Hashable {
    package var number: Int64
    package var firstEntryNumber: Int64
    package var entryCount: Int32
    package var postingCount: Int64
    /// Cents, as decimal text.
    package var postedCents: String
    /// Microseconds since 2000-01-01 00:00 UTC.
    package var sealedAt: Int64
    package var rootHash: [UInt8]
    package var columnDigests: [String]
    package var previousHash: [UInt8]
    package var hash: [UInt8]

    package init(
        number: Int64,
        firstEntryNumber: Int64,
        entryCount: Int32,
        postingCount: Int64,
        postedCents: String,
        sealedAt: Int64,
        rootHash: [UInt8],
        columnDigests: [String],
        previousHash: [UInt8],
        hash: [UInt8]
    ) {
        self.number = number
        self.firstEntryNumber = firstEntryNumber
        self.entryCount = entryCount
        self.postingCount = postingCount
        self.postedCents = postedCents
        self.sealedAt = sealedAt
        self.rootHash = rootHash
        self.columnDigests = columnDigests
        self.previousHash = previousHash
        self.hash = hash
    }

    package static func read(
        jurisdiction: Int32,
        after number: Int64,
        limit: Int64,
        _ connection: isolated PostgresConnection
    ) async throws -> [BlockHeader] {
        try await connection.execute(
            """
            SELECT number, first_entry_number, entry_count, posting_count, posted_cents::text,
                sealed_at, root_hash, column_digests, previous_hash, hash
            FROM ledger.block
            WHERE jurisdiction_id = \(jurisdiction) AND number > \(number)
            ORDER BY number LIMIT \(limit)
            """
        ).map { try BlockHeader($0) }
    }

    private init(_ row: PostgresRow) throws(PostgresError) {
        number = try row.decode(at: 0)
        firstEntryNumber = try row.decode(at: 1)
        entryCount = try row.decode(at: 2)
        postingCount = try row.decode(at: 3)
        postedCents = try row.decode(at: 4)
        sealedAt = try row.decode(PostgresTimestamp.self, at: 5).microsecondsSince2000
        rootHash = try row.decode(at: 6)
        columnDigests = try row.decode(at: 7)
        previousHash = try row.decode(at: 8)
        hash = try row.decode(at: 9)
    }

    /// What the hash must be.
    package func computedHash(code: String) -> [UInt8] {
        var record = RecordBytes(LeafFormat.blockPrefix)
        record.begin(columns: 10)
        record.append(code)
        record.append(number)
        record.append(firstEntryNumber)
        record.append(entryCount)
        record.append(postingCount)
        record.append(postedCents)
        record.append(sealedAt.networkBytes, type: TypeOID.timestamptz)
        record.append(rootHash, type: TypeOID.bytea)
        record.append(columnDigests)
        record.append(previousHash, type: TypeOID.bytea)
        return LeafFormat.hash(record.bytes)
    }

    /// The number behind the last entry.
    package var endNumber: Int64 { firstEntryNumber.saturatingAdd(Int64(entryCount)) }
}
