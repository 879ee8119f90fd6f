-- The sessions of tills that were open in a range of days, oldest first. What was expected and
-- counted is told when a session is closed, and not before.
CREATE FUNCTION ledger_api.till_sessions(p_begin date, p_end date, p_known_at timestamptz)
RETURNS TABLE (
    till text,
    fund text,
    opened_on date,
    opened_by text,
    change_fund_cents bigint,
    closed_on date,
    expected_cents bigint,
    counted_cents bigint,
    first_counted_by text,
    second_counted_by text,
    checks_expected_cents bigint,
    checks_expected integer,
    checks_counted_cents bigint,
    checks_counted integer
)
LANGUAGE sql STABLE SECURITY INVOKER
BEGIN ATOMIC
    WITH known AS (
        SELECT CASE WHEN p_known_at IS NULL THEN 9223372036854775807
            ELSE ledger_api.known_number(p_known_at) END AS number
    ), closed AS (
        SELECT c.jurisdiction_id, c.session_id, c.expected_cents, c.counted_cents,
            e.effective_on, a.login AS first_login, b.login AS second_login,
            k.expected_cents AS checks_expected_cents, k.expected_count,
            k.counted_cents AS checks_counted_cents, k.counted_count
        FROM ledger.till_close AS c
        JOIN ledger.journal_entry AS e
            ON e.jurisdiction_id = c.jurisdiction_id AND e.id = c.entry_id
        JOIN ledger.sealed_entry AS n
            ON n.jurisdiction_id = c.jurisdiction_id AND n.entry_id = c.entry_id
        JOIN known AS w ON n.number <= w.number
        LEFT JOIN ledger.till_check_close AS k
            ON k.jurisdiction_id = c.jurisdiction_id AND k.entry_id = c.entry_id
        LEFT JOIN ledger.principal AS a ON a.id = c.first_counted_by
        LEFT JOIN ledger.principal AS b ON b.id = c.second_counted_by
        WHERE c.jurisdiction_id = (SELECT ledger.visible_jurisdiction())
    )
    SELECT s.till, f.code, e.effective_on, p.login, s.change_fund_cents, c.effective_on,
        c.expected_cents, c.counted_cents, c.first_login, c.second_login, c.checks_expected_cents,
        c.expected_count, c.checks_counted_cents, c.counted_count
    FROM ledger.till_session AS s
    JOIN ledger.journal_entry AS e
        ON e.jurisdiction_id = s.jurisdiction_id AND e.id = s.entry_id
    JOIN ledger.sealed_entry AS n
        ON n.jurisdiction_id = s.jurisdiction_id AND n.entry_id = s.entry_id
    JOIN known AS k ON n.number <= k.number
    JOIN ledger.fund AS f ON f.jurisdiction_id = s.jurisdiction_id AND f.id = s.fund_id
    LEFT JOIN ledger.principal AS p ON p.id = e.principal_id
    LEFT JOIN closed AS c
        ON c.jurisdiction_id = s.jurisdiction_id AND c.session_id = s.entry_id
    WHERE s.jurisdiction_id = (SELECT ledger.visible_jurisdiction())
        AND e.effective_on <= p_end
        AND (c.effective_on IS NULL OR c.effective_on >= p_begin)
    ORDER BY e.effective_on, s.entry_id;
END;
COMMENT ON FUNCTION ledger_api.till_sessions IS
'The sessions of tills that were open in a range of days, oldest first.';
