-- What standing matches tie through a day: the parts that count then of every match that counts,
-- statement lines as they are, lines of the books the other way round, so that a match which counts
-- whole comes to nothing. A match counts when both of its sides do, or all of its lines.
CREATE FUNCTION ledger_api.tied_parts(j integer, p_account_id integer, p_through date)
RETURNS TABLE (
    entry_id bigint, match_no integer, day date, statement_id bigint, ordinal integer,
    book_entry_id bigint, amount_cents bigint
)
LANGUAGE plpgsql STABLE SET plan_cache_mode = force_custom_plan SET jit = off AS $$
#variable_conflict use_column
BEGIN
    RETURN QUERY
    WITH said AS MATERIALIZED (
        SELECT l.statement_id, l.ordinal, l.day
        FROM ledger_api.said_lines(j, p_account_id, p_through) AS l
    ), posted AS MATERIALIZED (
        SELECT b.book_entry_id, b.posted_on AS day
        FROM ledger_api.book_lines(j, p_account_id, NULL) AS b WHERE b.posted_on <= p_through
    ), standing AS MATERIALIZED (
        SELECT m.entry_id, m.match_no
        FROM ledger.bank_account AS b
        JOIN ledger.match AS m ON m.jurisdiction_id = j AND m.bank_account_id = b.entry_id
        LEFT JOIN ledger.match_change AS c
            ON c.jurisdiction_id = j AND c.match_entry_id = m.entry_id
            AND c.match_no = m.match_no AND c.change = 'accepted'
        LEFT JOIN ledger.match_change AS d
            ON d.jurisdiction_id = j AND d.match_entry_id = m.entry_id
            AND d.match_no = m.match_no AND d.change = 'dissolved'
        WHERE b.jurisdiction_id = j AND b.account_id = p_account_id AND d.change IS NULL
            AND (m.state IN ('confirmed', 'accepted') OR c.change IS NOT NULL)
    ), parts AS MATERIALIZED (
        SELECT s.entry_id, s.match_no, b.day, x.statement_id, x.ordinal,
            NULL::bigint AS book_entry_id, x.amount_minor AS cents
        FROM standing AS s
        JOIN ledger.match_statement_line AS x
            ON x.jurisdiction_id = j AND x.entry_id = s.entry_id AND x.match_no = s.match_no
        LEFT JOIN said AS b ON b.statement_id = x.statement_id AND b.ordinal = x.ordinal
        UNION ALL
        SELECT s.entry_id, s.match_no, b.day, NULL, NULL, x.book_entry_id, -x.amount_cents
        FROM standing AS s
        JOIN ledger.match_book_line AS x
            ON x.jurisdiction_id = j AND x.entry_id = s.entry_id AND x.match_no = s.match_no
        LEFT JOIN posted AS b ON b.book_entry_id = x.book_entry_id
    ), tied AS (
        SELECT p.entry_id, p.match_no
        FROM parts AS p
        GROUP BY p.entry_id, p.match_no
        HAVING bool_and(p.day IS NOT NULL)
            OR bool_or(p.day IS NOT NULL AND p.book_entry_id IS NULL)
            AND bool_or(p.day IS NOT NULL AND p.book_entry_id IS NOT NULL)
    )
    SELECT p.*
    FROM tied AS t
    JOIN parts AS p ON p.entry_id = t.entry_id AND p.match_no = t.match_no
    WHERE p.day IS NOT NULL;
END $$;
COMMENT ON FUNCTION ledger_api.tied_parts IS
'What standing matches tie through a day, by the parts that count then.';
