package import PostgresClient

/// What a court chose for a setting, and the entry by which it did.
package struct ChosenPolicy: Sendable {
    package let value: String
    package let entryID: Int64
}

extension LedgerStore {
    /// The court's choices in force, by the names of the settings.
    package func chosenPolicies() async throws -> [String: ChosenPolicy] {
        try await withTransaction(.bound(readOnly: true)) { connection in
            try await connection.chosenPolicies()
        }
    }
}

extension PostgresConnection {
    /// The court's choices in force, by the names of the settings.
    package func chosenPolicies() async throws -> [String: ChosenPolicy] {
        let query: Query =
            """
            SELECT DISTINCT ON (name) name, value, entry_id FROM ledger.policy
            WHERE jurisdiction_id = (SELECT ledger.visible_jurisdiction())
            ORDER BY name, entry_id DESC
            """
        let rows = try await execute(query.named("chosen_policies"), prepared: true)
        return try rows.reduce(into: [:]) { chosen, row in
            chosen[try row.decode(at: 0)] = ChosenPolicy(
                value: try row.decode(at: 1),
                entryID: try row.decode(at: 2)
            )
        }
    }
}
