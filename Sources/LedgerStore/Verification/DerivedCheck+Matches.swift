import LedgerModel

extension DerivedCheck {
    /// How much of each line is explained, made anew from the matches that stand.
    static let matches = DerivedCheck(
        subject: .matches,
        counting: """
            SELECT count(*) FROM ledger.statement_claim WHERE jurisdiction_id = $1
            UNION ALL
            SELECT count(*) FROM ledger.book_claim WHERE jurisdiction_id = $1
            """,
        finding: """
            WITH standing AS MATERIALIZED (
                SELECT m.entry_id, m.match_no
                FROM ledger.match AS m
                LEFT JOIN ledger.match_change AS a
                    ON a.jurisdiction_id = $1 AND a.match_entry_id = m.entry_id
                    AND a.match_no = m.match_no AND a.change = 'accepted'
                LEFT JOIN ledger.match_change AS d
                    ON d.jurisdiction_id = $1 AND d.match_entry_id = m.entry_id
                    AND d.match_no = m.match_no AND d.change = 'dissolved'
                WHERE m.jurisdiction_id = $1 AND d.change IS NULL
                    AND (m.state IN ('confirmed', 'accepted') OR a.change IS NOT NULL)
            ), explained AS (
                SELECT m.statement_id, m.ordinal, max(m.entry_id) AS entry_id,
                    sum(m.amount_minor) AS minor
                FROM standing AS s
                JOIN ledger.match_statement_line AS m
                    ON m.jurisdiction_id = $1 AND m.entry_id = s.entry_id
                    AND m.match_no = s.match_no
                GROUP BY 1, 2
            ), seen AS (
                SELECT m.account_id, m.book_entry_id, max(m.entry_id) AS entry_id,
                    sum(m.amount_cents) AS cents
                FROM standing AS s
                JOIN ledger.match_book_line AS m
                    ON m.jurisdiction_id = $1 AND m.entry_id = s.entry_id
                    AND m.match_no = s.match_no
                GROUP BY 1, 2
            ), statement_stored AS (
                SELECT c.statement_id, c.ordinal, c.amount_minor, c.claimed_minor
                FROM ledger.statement_claim AS c WHERE c.jurisdiction_id = $1
            ), book_stored AS (
                SELECT c.account_id, c.book_entry_id, c.amount_cents, c.claimed_cents
                FROM ledger.book_claim AS c WHERE c.jurisdiction_id = $1
            )
            SELECT e.entry_id, 'statement_claim', array_remove(ARRAY[
                CASE WHEN l.amount_minor <> c.amount_minor THEN 'amount_minor' END,
                CASE WHEN coalesce(e.minor, 0) <> c.claimed_minor THEN 'claimed_minor' END
            ], NULL), format(
                'line %s of statement %s: stored as %s explained of %s, matches say %s of %s',
                coalesce(e.ordinal, c.ordinal), coalesce(e.statement_id, c.statement_id),
                coalesce(c.claimed_minor::text, 'none'),
                coalesce(c.amount_minor::text, 'none'), coalesce(e.minor, 0),
                coalesce(l.amount_minor::text, 'none')
            )
            FROM explained AS e
            FULL JOIN statement_stored AS c
                ON c.statement_id = e.statement_id AND c.ordinal = e.ordinal
            LEFT JOIN ledger.statement_line AS l
                ON l.jurisdiction_id = $1 AND l.statement_id = coalesce(
                    e.statement_id, c.statement_id
                ) AND l.ordinal = coalesce(e.ordinal, c.ordinal)
            WHERE (c.claimed_minor, c.amount_minor)
                IS DISTINCT FROM (coalesce(e.minor, 0)::bigint, l.amount_minor)
            UNION ALL
            SELECT e.entry_id, 'book_claim', array_remove(ARRAY[
                CASE WHEN b.cents <> c.amount_cents THEN 'amount_cents' END,
                CASE WHEN coalesce(e.cents, 0) <> c.claimed_cents THEN 'claimed_cents' END
            ], NULL), format(
                'entry %s on account %s: stored as %s seen of %s, matches say %s of %s',
                book_entry_id, account_id, coalesce(c.claimed_cents::text, 'none'),
                coalesce(c.amount_cents::text, 'none'), coalesce(e.cents, 0), b.cents
            )
            FROM seen AS e
            FULL JOIN book_stored AS c USING (account_id, book_entry_id)
            CROSS JOIN LATERAL (
                SELECT coalesce((
                    SELECT sum(CASE WHEN p.debit_account_id = account_id THEN p.amount_cents
                        ELSE -p.amount_cents END)
                    FROM ledger.posting AS p
                    WHERE p.jurisdiction_id = $1 AND p.entry_id = book_entry_id
                        AND account_id IN (p.debit_account_id, p.credit_account_id)
                ), (
                    SELECT -k.amount_cents FROM ledger.check_issued AS k
                    WHERE k.jurisdiction_id = $1 AND k.entry_id = book_entry_id
                ), 0) AS cents
            ) AS b
            WHERE (c.claimed_cents, c.amount_cents)
                IS DISTINCT FROM (coalesce(e.cents, 0)::bigint, b.cents)
            """
    )
}
