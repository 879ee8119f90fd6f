import LedgerStore

/// How far the books are sealed.
public struct BooksHead: Hashable, Sendable {
    /// The number of the last block; nil when there is none.
    public let blockNumber: Int64?
    /// Its hash in hexadecimal digits.
    public let chainHead: String?
    /// How many entries wait to be sealed.
    public let unsealed: Int64
}

extension Ledger {
    /// Seals everything that was recorded and says how far the books are sealed now.
    public func sealEverything() async throws -> BooksHead {
        try await attempt {
            try await store.sealEverything()
            return try await store.withTransaction(.bound(readOnly: true)) { connection in
                let head = try await connection.reportHead(knownAt: nil, knownOn: nil)
                return BooksHead(
                    blockNumber: head.blockNumber,
                    chainHead: head.chainHead.map(ReportReading.hexadecimal),
                    unsealed: head.unsealed
                )
            }
        }
    }
}
