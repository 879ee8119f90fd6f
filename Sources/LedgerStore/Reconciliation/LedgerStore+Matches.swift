package import PostgresClient

extension PostgresConnection {
    /// The proposals of a bank account that wait for a person, ambiguous ones among them, in the
    /// order in which they were made; or those of one entry, however they stand.
    package func matches(account: Int64?, entry: Int64? = nil) async throws -> [MatchRow] {
        let query: Query =
            """
            SELECT m.entry_id, n.number, m.match_no, b.code, s.state, u.version, r.name, r.pass,
                r.difference_role, m.key, m.difference_minor, m.days, m.statement_rivals,
                m.book_rivals, m.reason, e.recorded_at, p.login, coalesce((
                    SELECT string_agg(concat_ws(' ', c.change, 'by', q.login) || coalesce(
                        ': ' || c.reason, ''
                    ), '; ' ORDER BY c.entry_id)
                    FROM ledger.match_change AS c
                    JOIN ledger.journal_entry AS d
                        ON d.jurisdiction_id = c.jurisdiction_id AND d.id = c.entry_id
                    JOIN ledger.principal AS q ON q.id = d.principal_id
                    WHERE c.jurisdiction_id = m.jurisdiction_id AND c.match_entry_id = m.entry_id
                        AND c.match_no = m.match_no
                ), '')
            FROM ledger.match AS m
            JOIN ledger_api.match_state AS s
                ON s.jurisdiction_id = m.jurisdiction_id AND s.entry_id = m.entry_id
                AND s.match_no = m.match_no
            JOIN ledger.bank_account AS b
                ON b.jurisdiction_id = m.jurisdiction_id AND b.entry_id = m.bank_account_id
            JOIN ledger.journal_entry AS e
                ON e.jurisdiction_id = m.jurisdiction_id AND e.id = m.entry_id
            JOIN ledger.principal AS p ON p.id = e.principal_id
            LEFT JOIN ledger.match_pass AS a
                ON a.jurisdiction_id = m.jurisdiction_id AND a.entry_id = m.pass_id
            LEFT JOIN ledger.match_rules AS u
                ON u.jurisdiction_id = a.jurisdiction_id AND u.entry_id = a.rules_id
            LEFT JOIN ledger.match_rule AS r
                ON r.jurisdiction_id = a.jurisdiction_id AND r.entry_id = a.rules_id
                AND r.rule_no = m.rule_no
            LEFT JOIN ledger.sealed_entry AS n
                ON n.jurisdiction_id = m.jurisdiction_id AND n.entry_id = m.entry_id
            WHERE m.jurisdiction_id = (SELECT ledger.bound_jurisdiction())
                AND \(raw: entry == nil ? Self.waiting : "m.entry_id =")
                \(entry ?? account ?? 0)
            ORDER BY m.entry_id, m.match_no
            """
        return try await execute(query).map(MatchRow.init)
    }

    private static let waiting = """
        m.state IN ('proposed', 'ambiguous') AND s.state IN ('proposed', 'ambiguous')
            AND m.bank_account_id =
        """

    /// What matches tie: the lines of each, then its entries.
    package func members(of matches: [MatchRow]) async throws -> [MatchMemberRow] {
        let (entries, numbers) = (matches.map(\.entryID), matches.map(\.matchNo))
        let query: Query =
            """
            WITH asked AS MATERIALIZED (
                SELECT u.entry_id, u.match_no
                FROM unnest(\(entries), \(numbers)) AS u (entry_id, match_no)
            ), members AS (
                SELECT a.entry_id, a.match_no, l.statement_id AS member_id, l.ordinal,
                    l.amount_minor AS amount, coalesce(t.booked_on, t.value_on) AS moved_on,
                    t.text AS words
                FROM asked AS a
                JOIN ledger.match_statement_line AS l
                    ON l.jurisdiction_id = (SELECT ledger.bound_jurisdiction())
                    AND l.entry_id = a.entry_id AND l.match_no = a.match_no
                JOIN ledger.statement_line AS t
                    ON t.jurisdiction_id = l.jurisdiction_id AND t.statement_id = l.statement_id
                    AND t.ordinal = l.ordinal
                UNION ALL
                SELECT a.entry_id, a.match_no, l.book_entry_id, NULL, l.amount_cents,
                    e.effective_on, e.kind
                FROM asked AS a
                JOIN ledger.match_book_line AS l
                    ON l.jurisdiction_id = (SELECT ledger.bound_jurisdiction())
                    AND l.entry_id = a.entry_id AND l.match_no = a.match_no
                JOIN ledger.journal_entry AS e
                    ON e.jurisdiction_id = l.jurisdiction_id AND e.id = l.book_entry_id
            )
            SELECT m.entry_id, m.match_no, m.member_id, n.number, m.ordinal, m.amount, m.moved_on,
                m.words
            FROM members AS m
            LEFT JOIN ledger.sealed_entry AS n
                ON n.jurisdiction_id = (SELECT ledger.bound_jurisdiction())
                AND n.entry_id = m.member_id
            ORDER BY m.entry_id, m.match_no, m.ordinal IS NULL, m.moved_on, m.member_id, m.ordinal
            """
        return try await execute(query).map(MatchMemberRow.init)
    }

    /// The receipts that a line may give back: those that it names by trace or check number, or
    /// the one that a person names, the newest first.
    package func returnedReceipts(
        statement: Int64,
        ordinal: Int32,
        receipt: Int64?
    ) async throws -> [ReturnedReceiptRow] {
        let query: Query =
            """
            SELECT entry_id, source, number, method, returned_on, reversal_id
            FROM ledger_api.returned_receipts(\(statement), \(ordinal), \(receipt as Int64?))
            ORDER BY entry_id DESC
            """
        return try await execute(query).map(ReturnedReceiptRow.init)
    }

    /// What a line moves, in minor units; nil where there is none.
    package func amount(ofStatement statement: Int64, line: Int32) async throws -> Int64? {
        let query: Query =
            """
            SELECT amount_minor FROM ledger.statement_line
            WHERE jurisdiction_id = (SELECT ledger.bound_jurisdiction())
                AND statement_id = \(statement) AND ordinal = \(line)
            """
        return try await execute(query).first?.decode(at: 0)
    }
}
