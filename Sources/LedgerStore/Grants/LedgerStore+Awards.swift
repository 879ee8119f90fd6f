import PostgresClient

extension LedgerStore {
    /// The purse from which an award was made, or nil when there is no such award.
    package func purse(ofAward reference: String) async throws -> Int32? {
        try await withTransaction(.bound(readOnly: true)) { connection in
            let query: Query =
                """
                SELECT purse_id FROM ledger.award
                WHERE jurisdiction_id = (SELECT ledger.bound_jurisdiction())
                    AND reference = \(reference)
                """
            return try await connection.execute(query.named("purse_of_award")).first?
                .decode(at: 0)
        }
    }
}
