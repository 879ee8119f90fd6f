-- What moved in a till during a session: receipts by method, what was handed back, never came or
-- was moved to another docket, and what of the session's receipts went to the bank before its
-- close. Cents are negative for what left the till. What is on a ticket, or what a bank returned,
-- had left it before.
CREATE FUNCTION ledger_api.till_movement(p_session_id bigint) RETURNS TABLE (
    entry_id bigint, kind text, method text, amount_cents bigint
)
LANGUAGE sql STABLE SECURITY INVOKER
BEGIN ATOMIC
    WITH session AS (
        SELECT s.jurisdiction_id, s.till, s.entry_id AS first_id,
            coalesce(c.entry_id, 9223372036854775807) AS last_id
        FROM ledger.till_session AS s
        LEFT JOIN ledger.till_close AS c
            ON c.jurisdiction_id = s.jurisdiction_id AND c.session_id = s.entry_id
        WHERE s.jurisdiction_id = (SELECT ledger.visible_jurisdiction())
            AND s.entry_id = p_session_id
    )
    SELECT c.entry_id, 'received', c.method, c.amount_cents
    FROM session AS s
    JOIN ledger.receipt AS c
        ON c.jurisdiction_id = s.jurisdiction_id AND c.source = s.till
        AND c.entry_id BETWEEN s.first_id AND s.last_id
    UNION ALL
    SELECT v.entry_id, v.reason, c.method, -c.amount_cents
    FROM session AS s
    JOIN ledger.reversal AS v
        ON v.jurisdiction_id = s.jurisdiction_id AND v.entry_id BETWEEN s.first_id AND s.last_id
    JOIN ledger.receipt AS c
        ON c.jurisdiction_id = s.jurisdiction_id AND c.entry_id = v.reverses_entry_id
        AND c.source = s.till
    WHERE v.reason IN ('void', 'misapplied', 'reapplied', 'identified')
        OR v.reason IN ('duplicate', 'import_undone')
            AND ledger_api.ticket_of(v.reverses_entry_id) IS NULL
    UNION ALL
    SELECT d.entry_id, 'deposited', c.method, -c.amount_cents
    FROM session AS s
    JOIN ledger.deposit_receipt AS d
        ON d.jurisdiction_id = s.jurisdiction_id AND d.receipt_id BETWEEN s.first_id AND s.last_id
        AND d.entry_id <= s.last_id
    JOIN ledger.receipt AS c
        ON c.jurisdiction_id = s.jurisdiction_id AND c.entry_id = d.receipt_id
        AND c.source = s.till;
END;
COMMENT ON FUNCTION ledger_api.till_movement IS
'What moved in a till during a session; cents are negative for what left it.';
