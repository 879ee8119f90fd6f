-- What is not explained on either side of the accounts that banks prove, at the end of a day: each
-- open line once, under the class that says most. Under way becomes missing by the clock alone.
-- window_days: for how many banking days it counts as under way.
CREATE FUNCTION ledger_api.line_exceptions(j integer, p_as_of date) RETURNS TABLE (
    name text, class text, account text, fund_id integer, entry_id bigint, since date,
    amount_cents bigint, detail text, window_days integer
)
LANGUAGE plpgsql STABLE SET plan_cache_mode = force_custom_plan SET jit = off AS $$
#variable_conflict use_column
DECLARE
    v_stale integer := ledger_api.policy_in_force('stale_check_days')::integer;
BEGIN
    RETURN QUERY
    WITH accounts AS MATERIALIZED (
        SELECT b.account_id, a.fund_id, min(b.entry_id) AS first_id
        FROM ledger.bank_account AS b
        JOIN ledger.account AS a ON a.jurisdiction_id = j AND a.id = b.account_id
        WHERE b.jurisdiction_id = j
        GROUP BY b.account_id, a.fund_id
    ), open AS MATERIALIZED (
        SELECT a.fund_id, coalesce(l.bank_account_id, a.first_id) AS bank_account_id, l.side,
            l.statement_id, l.ordinal, l.book_entry_id, l.kind, l.text, l.open_cents, l.late_for,
            least(l.since, p_as_of) AS since, k.number AS check_number, CASE
                WHEN l.side = 'bank' AND l.open_cents > 0 THEN 'bank_credit'
                WHEN l.side = 'bank' THEN 'bank_debit'
                WHEN l.open_cents > 0 THEN 'deposit'
                WHEN k.entry_id IS NOT NULL THEN 'check'
                ELSE 'payment' END AS clears_as
        FROM accounts AS a
        CROSS JOIN LATERAL ledger_api.reconciled_lines(j, a.account_id, p_as_of) AS l
        LEFT JOIN ledger.check_issued AS k
            ON k.jurisdiction_id = j AND k.entry_id = l.book_entry_id AND l.side = 'books'
        WHERE l.open_cents <> 0 AND l.side <> 'match' AND NOT l.is_earlier
    ), days AS MATERIALIZED (
        SELECT d.day, d.number
        FROM ledger_api.banking_days((SELECT min(o.since) FROM open AS o), p_as_of) AS d
    ), waiting AS MATERIALIZED (
        SELECT m.entry_id, m.match_no, m.difference_minor, s.state
        FROM ledger.match AS m
        JOIN ledger_api.match_state AS s
            ON s.jurisdiction_id = j AND s.entry_id = m.entry_id AND s.match_no = m.match_no
        WHERE m.jurisdiction_id = j AND m.state IN ('proposed', 'ambiguous')
            AND s.state IN ('proposed', 'ambiguous')
    ), proposals AS MATERIALIZED (
        SELECT DISTINCT ON (p.statement_id, p.ordinal, p.book_entry_id) p.*
        FROM (
            SELECT x.statement_id, x.ordinal, NULL::bigint AS book_entry_id, w.*
            FROM waiting AS w
            JOIN ledger.match_statement_line AS x
                ON x.jurisdiction_id = j AND x.entry_id = w.entry_id AND x.match_no = w.match_no
            UNION ALL
            SELECT NULL, NULL, x.book_entry_id, w.*
            FROM waiting AS w
            JOIN ledger.match_book_line AS x
                ON x.jurisdiction_id = j AND x.entry_id = w.entry_id AND x.match_no = w.match_no
        ) AS p
        ORDER BY p.statement_id, p.ordinal, p.book_entry_id, p.state, p.entry_id, p.match_no
    ), names AS MATERIALIZED (
        SELECT r.statement_id, r.ordinal, l.amount_minor, r.kind, r.key, s.bank_account_id
        FROM ledger.statement_reference AS r
        JOIN ledger.statement AS s
            ON s.jurisdiction_id = j AND s.entry_id = r.statement_id AND NOT s.is_interim
        JOIN ledger.statement_line AS l
            ON l.jurisdiction_id = j AND l.statement_id = r.statement_id
            AND l.ordinal = r.ordinal AND l.status = 'booked'
        WHERE r.jurisdiction_id = j AND NOT EXISTS (
            SELECT FROM ledger.statement_change AS c
            WHERE c.jurisdiction_id = j AND c.statement_id = s.entry_id
                AND c.change = 'superseded'
        )
    ), twins AS MATERIALIZED (
        SELECT DISTINCT o.statement_id, o.ordinal
        FROM open AS o
        JOIN names AS n ON n.statement_id = o.statement_id AND n.ordinal = o.ordinal
        JOIN names AS t
            ON t.bank_account_id = n.bank_account_id AND t.kind = n.kind AND t.key = n.key
            AND t.amount_minor = n.amount_minor
        WHERE (t.statement_id, t.ordinal) <> (o.statement_id, o.ordinal)
    ), tickets AS MATERIALIZED (
        SELECT DISTINCT o.book_entry_id
        FROM open AS o
        JOIN ledger.deposit AS d
            ON d.jurisdiction_id = j AND d.entry_id = o.book_entry_id AND o.side = 'books'
        JOIN ledger.deposit AS t
            ON t.jurisdiction_id = j AND t.fund_id = d.fund_id AND t.ticket = d.ticket
            AND t.amount_cents = d.amount_cents AND t.entry_id <> d.entry_id
    ), texts AS MATERIALIZED (
        SELECT r.book_entry_id, string_agg(
            concat_ws(' ', r.kind, r.key), ', ' ORDER BY r.kind COLLATE "C", r.key COLLATE "C"
        ) AS text
        FROM ledger_api.book_references(j, ARRAY(
            SELECT o.book_entry_id FROM open AS o WHERE o.side = 'books'
        )) AS r
        GROUP BY r.book_entry_id
    )
    SELECT CASE o.side WHEN 'bank' THEN concat('bank-', o.statement_id, '.', o.ordinal)
            ELSE concat('book-', o.book_entry_id) END,
        CASE
            WHEN p.state = 'ambiguous' THEN 'ambiguous'
            WHEN p.difference_minor <> 0 THEN 'amount_differs'
            WHEN g.statement_id IS NOT NULL OR h.book_entry_id IS NOT NULL
                THEN 'duplicate_suspect'
            WHEN o.side = 'bank' AND (
                o.kind IN ('555', '557', 'RTI', 'NRTI') OR EXISTS (
                    SELECT FROM ledger.statement_return AS r
                    WHERE r.jurisdiction_id = j AND r.statement_id = o.statement_id
                        AND r.ordinal = o.ordinal AND r.kind = 'returned'
                )
            ) THEN 'returned'
            WHEN o.clears_as = 'check' AND p_as_of >= o.since + v_stale THEN 'stale_check'
            WHEN t.number - f.number <= w.banking_days THEN 'timing'
            WHEN o.side = 'books' THEN 'missing_in_bank'
            WHEN o.open_cents > 0 AND NOT EXISTS (
                SELECT FROM names AS n
                WHERE n.statement_id = o.statement_id AND n.ordinal = o.ordinal
            ) THEN 'unidentified_receipt'
            ELSE 'missing_in_books'
        END,
        b.code, o.fund_id, coalesce(o.statement_id, o.book_entry_id), o.since, o.open_cents,
        left(concat_ws('; ', nullif(CASE o.side
                WHEN 'bank' THEN concat_ws(' ', nullif(o.kind, ''), nullif(o.text, ''))
                ELSE concat_ws(' ', replace(o.kind, '_', ' '), x.text) END, ''),
            CASE WHEN p.entry_id IS NOT NULL THEN format('%s match %s-%s%s', p.state, p.entry_id,
                p.match_no, CASE WHEN p.difference_minor <> 0 THEN format(
                    ' differs by %s', to_char(p.difference_minor / 100.0, 'FM999999999999990.00')
                ) ELSE '' END) END,
            CASE WHEN o.late_for IS NOT NULL
                THEN format('late for the period signed through %s', o.late_for) END), 200),
        w.banking_days
    FROM open AS o
    JOIN ledger.bank_account AS b ON b.jurisdiction_id = j AND b.entry_id = o.bank_account_id
    JOIN ledger_api.clearing_windows(j) AS w
        ON w.bank_account_id = o.bank_account_id AND w.kind = o.clears_as
    JOIN days AS f ON f.day = o.since
    JOIN days AS t ON t.day = p_as_of
    LEFT JOIN proposals AS p
        ON p.statement_id = o.statement_id AND p.ordinal = o.ordinal
        OR p.book_entry_id = o.book_entry_id AND o.side = 'books'
    LEFT JOIN twins AS g ON g.statement_id = o.statement_id AND g.ordinal = o.ordinal
    LEFT JOIN tickets AS h ON h.book_entry_id = o.book_entry_id
    LEFT JOIN texts AS x ON x.book_entry_id = o.book_entry_id;
END $$;
COMMENT ON FUNCTION ledger_api.line_exceptions IS
'What is not explained on either side of the accounts that banks prove, at the end of a day.';
