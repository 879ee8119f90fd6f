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

    /// The number that sealing gave an entry; nil while it stands in the tail.
    package func number(of entry: Int64) async throws -> Int64? {
        try await withTransaction(.bound(readOnly: true)) { connection in
            let query: Query =
                """
                SELECT number FROM ledger.sealed_entry
                WHERE jurisdiction_id = (SELECT ledger.visible_jurisdiction())
                    AND entry_id = \(entry)
                """
            let rows = try await connection.execute(query.named("entry_number"), prepared: true)
            return try rows.first?.decode(at: 0)
        }
    }
}
