package import PostgresClient

extension PostgresConnection {
    /// The entries of receipts with this number.
    package func entries(ofReceipt number: String, source: String?) async throws -> [Int64] {
        let query = Query(
            """
            SELECT entry_id FROM ledger.receipt
            WHERE jurisdiction_id = (SELECT ledger.bound_jurisdiction()) AND number = $1
                AND ($2::text IS NULL OR source = $2)
            """,
            [number, source],
            name: "entries_of_receipt"
        )
        return try await execute(query).map { try $0.decode(at: 0) }
    }
}
