import LedgerModel
package import PostgresClient

extension PostgresConnection {
    /// The numbers of all bank accounts of the bound jurisdiction.
    package func bankAccountNumbers() async throws -> [BankAccountNumberRow] {
        let query: Query =
            """
            SELECT b.entry_id, b.code, b.currency, f.code, n.salt, n.commitment, n.last_four
            FROM ledger.bank_account AS b
            JOIN ledger.account AS a
                ON a.jurisdiction_id = b.jurisdiction_id AND a.id = b.account_id
            JOIN ledger.fund AS f ON f.jurisdiction_id = a.jurisdiction_id AND f.id = a.fund_id
            JOIN ledger.bank_account_number AS n
                ON n.jurisdiction_id = b.jurisdiction_id AND n.bank_account_id = b.entry_id
            WHERE b.jurisdiction_id = (SELECT ledger.bound_jurisdiction())
            ORDER BY b.code COLLATE "C", n.entry_id
            """
        return try await execute(query).map(BankAccountNumberRow.init)
    }

    /// The declaration of a source that holds.
    package func statementSource(_ name: String) async throws -> StatementSourceRow? {
        let query: Query =
            """
            SELECT entry_id, version, mapping FROM ledger.statement_source
            WHERE jurisdiction_id = (SELECT ledger.bound_jurisdiction()) AND name = \(name)
            ORDER BY version DESC LIMIT 1
            """
        return try await execute(query).first.map(StatementSourceRow.init)
    }

    /// The entries of a file's statements, in the order of the file.
    package func statementIDs(ofFile file: Int64) async throws -> [Int64] {
        let query: Query =
            """
            SELECT entry_id FROM ledger.statement
            WHERE jurisdiction_id = (SELECT ledger.bound_jurisdiction()) AND file_id = \(file)
            ORDER BY statement_no
            """
        return try await execute(query).map { try $0.decode(at: 0) }
    }

    /// The files that were read, newest first; one of them only where it is named.
    package func statementFiles(_ file: Int64? = nil) async throws -> [StatementFileRow] {
        let query: Query =
            """
            SELECT f.entry_id, n.number, f.file_name, f.format, s.name, f.verdict,
                f.statement_count, f.line_count, f.finding_count, encode(f.file_digest, 'hex'),
                e.recorded_at, p.login
            FROM ledger.statement_file AS f
            JOIN ledger.journal_entry AS e
                ON e.jurisdiction_id = f.jurisdiction_id AND e.id = f.entry_id
            JOIN ledger.principal AS p ON p.id = e.principal_id
            LEFT JOIN ledger.statement_source AS s
                ON s.jurisdiction_id = f.jurisdiction_id AND s.entry_id = f.source_id
            LEFT JOIN ledger.sealed_entry AS n
                ON n.jurisdiction_id = f.jurisdiction_id AND n.entry_id = f.entry_id
            WHERE f.jurisdiction_id = (SELECT ledger.bound_jurisdiction())
                AND f.entry_id = coalesce(\(file as Int64?), f.entry_id)
            ORDER BY f.entry_id DESC
            """
        return try await execute(query).map(StatementFileRow.init)
    }

    /// All statements, by account and day.
    package func statements() async throws -> [StatementRow] {
        let query: Query =
            "SELECT \(raw: StatementRow.columns) FROM ledger_api.statement_list()"
        return try await execute(query).map(StatementRow.init)
    }

    /// The first lines of a statement.
    package func statementLines(
        of statement: Int64,
        limit: Int32
    ) async throws -> [StatementLineRow] {
        let query: Query =
            """
            SELECT l.ordinal, l.booked_on, l.value_on, l.amount_minor, l.currency, l.status,
                l.type_code, l.text, coalesce((
                    SELECT string_agg(r.kind || ' ' || r.key, ', ' ORDER BY r.reference_no)
                    FROM ledger.statement_reference AS r
                    WHERE r.jurisdiction_id = l.jurisdiction_id
                        AND r.statement_id = l.statement_id AND r.ordinal = l.ordinal
                ), ''), coalesce((
                    SELECT string_agg(concat_ws(' ', t.kind, t.reason_code, t.original_trace),
                        ', ' ORDER BY t.return_no)
                    FROM ledger.statement_return AS t
                    WHERE t.jurisdiction_id = l.jurisdiction_id
                        AND t.statement_id = l.statement_id AND t.ordinal = l.ordinal
                ), '')
            FROM ledger.statement_line AS l
            WHERE l.jurisdiction_id = (SELECT ledger.bound_jurisdiction())
                AND l.statement_id = \(statement) AND l.ordinal <= \(limit)
            ORDER BY l.ordinal
            """
        return try await execute(query).map(StatementLineRow.init)
    }

    /// What was found wrong with a file: with one of its statements or with all of it, or, where
    /// no statement is named, everything.
    package func statementFindings(
        ofFile file: Int64,
        statement: Int64? = nil
    ) async throws -> [StatementFindingRow] {
        let query: Query =
            """
            SELECT g.severity, g.code, g.record_no, g.byte_offset, g.detail
            FROM ledger.statement_finding AS g
            LEFT JOIN ledger.statement AS s
                ON s.jurisdiction_id = g.jurisdiction_id AND s.entry_id = \(statement as Int64?)
            WHERE g.jurisdiction_id = (SELECT ledger.bound_jurisdiction())
                AND g.entry_id = \(file)
                AND (s.entry_id IS NULL OR g.statement_no IS NULL
                    OR g.statement_no = s.statement_no)
            ORDER BY g.finding_no
            """
        return try await execute(query).map(StatementFindingRow.init)
    }
}
