package import LedgerModel
package import PostgresClient

/// A file that was imported.
package struct ImportRow: Sendable {
    package let entryID: Int64
    package let number: Int64?
    package let kind: String
    package let source: String
    package let fileName: String
    package let digest: String
    package let lines: Int64
    package let sum: Money
    package let recordedAt: PostgresTimestamp
    package let login: String
    package let entries: Int64
    package let undoneAt: PostgresTimestamp?

    init(_ row: PostgresRow) throws {
        entryID = try row.decode(at: 0)
        number = try row.decode(at: 1)
        kind = try row.decode(at: 2)
        source = try row.decode(at: 3)
        fileName = try row.decode(at: 4)
        digest = try row.decode(at: 5)
        lines = try row.decode(at: 6)
        sum = Money(cents: try row.decode(at: 7))
        recordedAt = try row.decode(at: 8)
        login = try row.decode(at: 9)
        entries = try row.decode(at: 10)
        undoneAt = try row.decode(at: 11)
    }
}

/// A docket whose later receipts must be looked at after an import was undone.
package struct DisturbedDocket: Sendable {
    package let docketID: Int64
    /// The first entry that was taken back.
    package let firstEntry: Int64
}

extension LedgerStore {
    /// The files that were imported, newest first.
    package func imports() async throws -> [ImportRow] {
        try await withTransaction { connection in
            try await connection.execute(
                """
                SELECT entry_id, number, kind, source, file_name, file_digest, line_count,
                    sum_cents, recorded_at, login, entry_count, undone_at
                FROM ledger_api.import_list()
                """
            ).map(ImportRow.init)
        }
    }
}

extension PostgresConnection {
    static func part(of importID: Int64) -> Query {
        let query: Query = "SELECT ledger_api.record_import_part(\(importID))"
        return query.named("record_import_part")
    }

    /// Ties what the open transaction accepted to an import.
    package func recordPart(of importID: Int64) async throws {
        try await execute(Self.part(of: importID), prepared: true)
    }

    /// The keys under which lines come again after an import that brought them was undone.
    ///
    /// A key that names a line within its docket only comes with the docket's reference.
    package func importKeys(
        _ keys: [String],
        references: [String],
        within: [Bool]
    ) async throws -> [String] {
        let query: Query = "SELECT ledger_api.import_keys(\(keys), \(references), \(within))"
        return try await execute(query.named("import_keys"))[0].decode(at: 0)
    }

    /// Whether any import was undone in the bound jurisdiction.
    package func hasUndoneImports() async throws -> Bool {
        try await execute("SELECT EXISTS (SELECT FROM ledger.import_undo)")[0].decode(at: 0)
    }

    /// The dockets whose receipts the open transaction took back with their import, and that have
    /// others after these.
    package func disturbedDockets() async throws -> [DisturbedDocket] {
        try await execute(
            """
            SELECT q.docket_id, q.first_entry
            FROM (
                SELECT e.jurisdiction_id, e.docket_id, min(r.reverses_entry_id) AS first_entry
                FROM ledger.journal_tail AS t
                JOIN ledger.reversal AS r
                    ON r.jurisdiction_id = t.jurisdiction_id AND r.entry_id = t.entry_id
                    AND r.reason = 'import_undone'
                JOIN ledger.journal_entry AS e
                    ON e.jurisdiction_id = r.jurisdiction_id AND e.id = r.entry_id
                WHERE t.written_by = pg_current_xact_id()
                    AND t.jurisdiction_id = (SELECT ledger.bound_jurisdiction())
                GROUP BY e.jurisdiction_id, e.docket_id
            ) AS q
            WHERE EXISTS (
                SELECT FROM ledger.journal_entry AS l
                JOIN ledger.receipt AS c
                    ON c.jurisdiction_id = l.jurisdiction_id AND c.entry_id = l.id
                WHERE l.jurisdiction_id = q.jurisdiction_id AND l.docket_id = q.docket_id
                    AND l.id > q.first_entry AND NOT EXISTS (
                        SELECT FROM ledger.journal_entry AS x
                        WHERE x.jurisdiction_id = l.jurisdiction_id
                            AND x.reverses_entry_id = l.id
                    )
            )
            ORDER BY q.docket_id
            """
        ).map {
            DisturbedDocket(docketID: try $0.decode(at: 0), firstEntry: try $0.decode(at: 1))
        }
    }
}
