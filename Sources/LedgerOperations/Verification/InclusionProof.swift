/// Proof that one entry is in a published chain; to check it needs no database.
public struct InclusionProof: Codable, Hashable, Sendable {
    /// A row that the entry wrote.
    public struct Row: Codable, Hashable, Sendable {
        /// The number of the table in the list of sealed tables.
        public let tag: Int16
        /// The table.
        public let table: String
        /// The values, in the order in which they are hashed.
        public let columns: [Column]
    }

    /// A value of a row.
    public struct Column: Codable, Hashable, Sendable {
        /// The name of the column.
        public let name: String
        /// The OID of PostgreSQL's type.
        public let type: UInt32
        /// The value for readers, nil for NULL; checked against `bytes`.
        public let text: String?
        /// The value as it is hashed, in hex; nil for NULL.
        public let bytes: String?
    }

    /// The header of a block.
    public struct Block: Codable, Hashable, Sendable {
        /// The number of the block.
        public let number: Int64
        /// The number of its first entry.
        public let firstEntryNumber: Int64
        /// How many entries it has.
        public let entryCount: Int32
        /// How many postings they have.
        public let postingCount: Int64
        /// The sum of the postings in cents, as decimal text.
        public let postedCents: String
        /// When it was sealed, in microseconds since 2000-01-01 00:00 UTC.
        public let sealedAt: Int64
        /// The root of the tree over its entries, in hex.
        public let rootHash: String
        /// Counts of rows and digests of columns.
        public let columnDigests: [String]
        /// The hash of the block before it, in hex.
        public let previousHash: String
        /// Its own hash, in hex.
        public let hash: String
    }

    /// The version of this format.
    public let format: Int
    /// The code of the jurisdiction.
    public let jurisdiction: String
    /// The number of the entry.
    public let entryNumber: Int64
    /// All that the entry wrote.
    public let rows: [Row]
    /// The hash of all that, in hex.
    public let leafHash: String
    /// The hashes beside the way from the leaf to the root, lowest first, in hex.
    public let path: [String]
    /// The block of the entry and all blocks behind it, up to the checkpoint's.
    public let blocks: [Block]
}
