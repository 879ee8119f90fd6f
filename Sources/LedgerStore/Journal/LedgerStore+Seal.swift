import PostgresClient

extension LedgerStore {
    /// Seals up to `limit` entries of the tail; 0 when nothing is left or another is sealing.
    @discardableResult
    package func seal(limit: Int32 = 20_000) async throws -> Int32 {
        try await withTransaction { connection in
            let query: Query = "SELECT ledger_api.seal(\(limit), false)"
            let rows = try await connection.execute(query.named("seal"), prepared: true)
            return try rows[0].decode(at: 0)
        }
    }
}
