-- The last session of a till; close_id NULL: it is open; no row: the source never was a till.
CREATE FUNCTION ledger_api.last_session(j integer, p_till text)
RETURNS TABLE (
    session_id bigint, fund_id integer, change_fund_cents bigint, opened_on date, close_id bigint
)
LANGUAGE sql VOLATILE ROWS 1 AS $$
    SELECT s.entry_id, s.fund_id, s.change_fund_cents, e.effective_on, c.entry_id
    FROM ledger.till_session AS s
    JOIN ledger.journal_entry AS e ON e.jurisdiction_id = j AND e.id = s.entry_id
    LEFT JOIN ledger.till_close AS c ON c.jurisdiction_id = j AND c.session_id = s.entry_id
    WHERE s.jurisdiction_id = j AND s.till = p_till
    ORDER BY s.entry_id DESC
    LIMIT 1
$$;
COMMENT ON FUNCTION ledger_api.last_session IS
'The last session of a till; close_id NULL: it is open; no row: the source never was a till.';
