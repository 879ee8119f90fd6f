import PostgresClient

/// What this session can see of a jurisdiction; too little of it is an error, not a finding.
struct VerificationView {
    let code: String?
    let lastNumber: Int64
    let sealedEntries: Int64
    let unsealedEntries: Int64
    let expunged: Int64
    let seesAll: Bool
    let seesTokens: Bool

    var notices: [String] {
        expunged == 0
            ? [] : ["\(expunged) docket references were erased by order of a court."]
    }

    static func open(
        _ jurisdiction: Int32,
        _ tables: [SealedTable],
        _ connection: isolated PostgresConnection
    ) async throws -> VerificationView {
        let others = [
            "block", "sealed_entry", "journal_tail", "balance_day", "debt_total", "principal",
            "principal_role", "fund_period", "docket_reference",
        ]
        let rights = try await connection.execute(
            """
            SELECT coalesce(string_agg(t.name, ', ' ORDER BY t.name) FILTER (
                    WHERE NOT has_table_privilege('ledger.' || t.name, 'SELECT')
                ), ''),
                bool_or(row_security_active('ledger.' || t.name)),
                coalesce(ledger.bound_jurisdiction() = \(jurisdiction), false),
                has_table_privilege('ledger.token', 'SELECT'),
                has_table_privilege('ledger_api.token_in_force', 'SELECT')
            FROM unnest(\(tables.map(\.name) + others)) AS t (name)
            """
        )[0]
        let unreadable = try rights.decode(String.self, at: 0)
        guard unreadable.isEmpty else { throw VerifierError.mayNotRead(unreadable) }
        guard try rights.decode(Bool.self, at: 4) else {
            throw VerifierError.mayNotRead("tokens in force")
        }
        let isRestricted = try rights.decode(Bool.self, at: 1)
        guard try !isRestricted || rights.decode(Bool.self, at: 2) else {
            throw VerifierError.mayNotRead("jurisdiction \(jurisdiction)")
        }
        let counts = try await connection.execute(
            """
            SELECT
                (SELECT min(code) FROM ledger.jurisdiction WHERE id = \(jurisdiction)),
                (SELECT coalesce(max(number), 0) FROM ledger.sealed_entry
                    WHERE jurisdiction_id = \(jurisdiction)),
                (SELECT count(*) FROM ledger.sealed_entry WHERE jurisdiction_id = \(jurisdiction)),
                (SELECT count(*) FROM ledger.journal_tail WHERE jurisdiction_id = \(jurisdiction)),
                (SELECT count(*) FROM ledger.docket_expunction AS x
                    JOIN ledger.docket AS d USING (jurisdiction_id)
                    WHERE x.jurisdiction_id = \(jurisdiction) AND d.entry_id = x.docket_id)
            """
        )[0]
        return VerificationView(
            code: try counts.decode(at: 0),
            lastNumber: try counts.decode(at: 1),
            sealedEntries: try counts.decode(at: 2),
            unsealedEntries: try counts.decode(at: 3),
            expunged: try counts.decode(at: 4),
            seesAll: !isRestricted,
            seesTokens: try rights.decode(Bool.self, at: 3) && !isRestricted
        )
    }
}
