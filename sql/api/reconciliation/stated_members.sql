-- The lines and entries that a person names for a match: what is open of each, what is to be
-- matched of it (NULL stated: all that is open; its sign is that of the line), and a code where
-- that cannot be.
CREATE FUNCTION ledger_api.stated_members(
    j integer, p_account ledger.bank_account, p_lines jsonb, p_entries jsonb
) RETURNS TABLE (
    is_line boolean, id bigint, ordinal integer, cents bigint, open_cents bigint, moved_on date,
    code text
)
LANGUAGE sql STABLE AS $$
    WITH members AS (
        SELECT true AS is_line, s.statement AS id, s.ordinal, s.amount_minor AS stated,
            l.amount_minor AS total, l.amount_minor - coalesce(c.claimed_minor, 0) AS open,
            coalesce(l.booked_on, l.value_on, t.to_on) AS moved_on
        FROM jsonb_to_recordset(p_lines) AS s (
            statement bigint, ordinal integer, amount_minor bigint
        )
        LEFT JOIN ledger.statement AS t
            ON t.jurisdiction_id = j AND t.entry_id = s.statement
            AND t.bank_account_id = p_account.entry_id AND NOT t.is_interim
            AND ledger_api.statement_status(j, t) IN ('accepted', 'released')
        LEFT JOIN ledger.statement_line AS l
            ON l.jurisdiction_id = j AND l.statement_id = t.entry_id AND l.ordinal = s.ordinal
            AND l.status = 'booked' AND l.currency = t.currency
        LEFT JOIN ledger.statement_claim AS c
            ON c.jurisdiction_id = j AND c.statement_id = l.statement_id
            AND c.ordinal = l.ordinal
        UNION ALL
        SELECT false, s.entry, NULL, s.amount_cents, b.cents,
            b.cents - coalesce(c.claimed_cents, 0), e.effective_on
        FROM jsonb_to_recordset(p_entries) AS s (entry bigint, amount_cents bigint)
        CROSS JOIN LATERAL (
            SELECT ledger.book_line_cents(j, p_account.account_id, s.entry)
        ) AS b (cents)
        LEFT JOIN ledger.journal_entry AS e ON e.jurisdiction_id = j AND e.id = s.entry
        LEFT JOIN ledger.book_claim AS c
            ON c.jurisdiction_id = j AND c.account_id = p_account.account_id
            AND c.book_entry_id = s.entry
    )
    SELECT m.is_line, m.id, m.ordinal, coalesce(
            CASE WHEN m.open < 0 THEN -m.stated ELSE m.stated END, m.open
        ), m.open, m.moved_on, CASE
        WHEN coalesce(m.total, 0) = 0 OR count(*) OVER same > 1 THEN 'LG922'
        WHEN m.stated <= 0 THEN 'LG106'
        WHEN m.open = 0 OR m.stated > abs(m.open) THEN 'LG920'
    END
    FROM members AS m
    WINDOW same AS (PARTITION BY m.is_line, m.id, m.ordinal)
$$;
COMMENT ON FUNCTION ledger_api.stated_members IS
'The lines and entries that a person names for a match, and a code where one cannot be matched.';
