package import LedgerModel
package import PostgresClient

extension PostgresConnection {
    /// The lines of a bank account up to a day that are not explained in full, by day; one of them
    /// only where it is named.
    package func openLines(account: Int64, through day: LedgerDate?) async throws -> [OpenLineRow] {
        let day = day.map { PostgresDate($0) }
        let query: Query =
            """
            SELECT l.statement_id, n.number, l.ordinal, l.booked_on, l.value_on, l.type_code,
                l.text, l.amount_minor, l.claimed_minor, coalesce((
                    SELECT string_agg(r.kind || ' ' || r.key, ', ' ORDER BY r.reference_no)
                    FROM ledger.statement_reference AS r
                    WHERE r.jurisdiction_id = (SELECT ledger.bound_jurisdiction())
                        AND r.statement_id = l.statement_id AND r.ordinal = l.ordinal
                ), ''), coalesce((
                    SELECT string_agg(concat_ws(' ', t.kind, t.reason_code), ', '
                        ORDER BY t.return_no)
                    FROM ledger.statement_return AS t
                    WHERE t.jurisdiction_id = (SELECT ledger.bound_jurisdiction())
                        AND t.statement_id = l.statement_id AND t.ordinal = l.ordinal
                ), '')
            FROM ledger_api.statement_lines_in_use(
                (SELECT ledger.bound_jurisdiction()), \(account), \(day as PostgresDate?)
            ) AS l
            LEFT JOIN ledger.sealed_entry AS n
                ON n.jurisdiction_id = (SELECT ledger.bound_jurisdiction())
                AND n.entry_id = l.statement_id
            WHERE l.amount_minor <> l.claimed_minor
            ORDER BY l.booked_on, l.statement_id, l.ordinal
            """
        return try await execute(query).map(OpenLineRow.init)
    }

    /// What entries moved on the account that a bank account proves, up to a day, and its bank has
    /// not shown in full, by day; with up to three of the names they gave to it.
    package func openEntries(
        account: Int64,
        through day: LedgerDate?
    ) async throws -> [OpenEntryRow] {
        let day = day.map { PostgresDate($0) }
        let query: Query =
            """
            WITH open AS MATERIALIZED (
                SELECT l.*
                FROM ledger.bank_account AS b
                CROSS JOIN LATERAL ledger_api.book_lines(
                    b.jurisdiction_id, b.account_id, \(day as PostgresDate?)
                ) AS l
                WHERE b.jurisdiction_id = (SELECT ledger.bound_jurisdiction())
                    AND b.entry_id = \(account) AND l.amount_cents <> l.claimed_cents
            ), named AS MATERIALIZED (
                SELECT r.*, row_number() OVER (PARTITION BY r.book_entry_id ORDER BY
                    r.kind = 'receipt', r.kind = 'docket', r.kind COLLATE "C" DESC,
                    r.key COLLATE "C") AS n
                FROM ledger_api.book_references(
                    (SELECT ledger.bound_jurisdiction()),
                    ARRAY(SELECT o.book_entry_id FROM open AS o)
                ) AS r
            )
            SELECT o.book_entry_id, n.number, o.effective_on, o.kind, o.amount_cents,
                o.claimed_cents, coalesce((
                    SELECT string_agg(r.kind || ' ' || r.key, ', ' ORDER BY r.n)
                    FROM named AS r WHERE r.book_entry_id = o.book_entry_id AND r.n <= 3
                ), '')
            FROM open AS o
            LEFT JOIN ledger.sealed_entry AS n
                ON n.jurisdiction_id = (SELECT ledger.bound_jurisdiction())
                AND n.entry_id = o.book_entry_id
            ORDER BY o.effective_on, o.book_entry_id
            """
        return try await execute(query).map(OpenEntryRow.init)
    }

    /// The identity of a bank account.
    package func bankAccountID(_ code: String) async throws -> Int64? {
        let query: Query =
            """
            SELECT entry_id FROM ledger.bank_account
            WHERE jurisdiction_id = (SELECT ledger.bound_jurisdiction()) AND code = \(code)
            """
        return try await execute(query).first?.decode(at: 0)
    }

    /// The identities of entries by the numbers under which people know them.
    package func entryIDs(numbered numbers: [Int64]) async throws -> [Int64: Int64] {
        let query: Query =
            """
            SELECT number, entry_id FROM ledger.sealed_entry
            WHERE jurisdiction_id = (SELECT ledger.visible_jurisdiction())
                AND number = ANY (\(numbers))
            """
        return try await execute(query).reduce(into: [:]) { ids, row in
            ids[try row.decode(at: 0)] = try row.decode(Int64.self, at: 1)
        }
    }
}
