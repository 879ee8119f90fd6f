-- Every posting to what a fund owes its recipients that no remittance has settled yet, negative
-- where money was taken back, and whether it may be sent: received by a day, and its hold over.
-- What was taken back counts as soon as the money it takes back could be sent. A receipt that was
-- entered again keeps the day on which it came.
CREATE FUNCTION ledger_api.unsent_shares(
    j integer, p_fund_id integer, p_through date, p_recipient_id integer DEFAULT NULL
) RETURNS TABLE (
    recipient_id integer, entry_id bigint, line smallint, cents bigint, is_released boolean,
    available_on date
)
LANGUAGE plpgsql STABLE SET plan_cache_mode = force_custom_plan SET jit = off AS $$
#variable_conflict use_column
BEGIN
    RETURN QUERY
    WITH due AS MATERIALIZED (
        SELECT a.id, a.recipient_id FROM ledger.account AS a
        WHERE a.jurisdiction_id = j AND a.fund_id = p_fund_id AND a.role = 'due_to'
            AND (p_recipient_id IS NULL OR a.recipient_id = p_recipient_id)
    ), moved AS (
        SELECT d.recipient_id, p.entry_id, p.line, p.amount_cents AS cents
        FROM ledger.posting AS p
        JOIN due AS d ON d.id = p.credit_account_id
        WHERE p.jurisdiction_id = j
        UNION ALL
        SELECT d.recipient_id, p.entry_id, p.line, -p.amount_cents
        FROM ledger.posting AS p
        JOIN due AS d ON d.id = p.debit_account_id
        WHERE p.jurisdiction_id = j AND NOT EXISTS (
            SELECT FROM ledger.remittance AS r
            WHERE r.jurisdiction_id = j AND r.entry_id = p.entry_id
        )
    ), again AS (
        SELECT c.source, c.number, min(e.effective_on) AS received_on
        FROM ledger.reversal AS v
        JOIN ledger.receipt AS c
            ON c.jurisdiction_id = j AND c.entry_id = v.reverses_entry_id
        JOIN ledger.journal_entry AS e ON e.jurisdiction_id = j AND e.id = c.entry_id
        WHERE v.jurisdiction_id = j AND v.reason IN ('reapplied', 'misapplied', 'identified')
        GROUP BY c.source, c.number
    ), dated AS (
        SELECT m.*, c.method, coalesce(g.received_on, o.effective_on) AS received_on
        FROM moved AS m
        JOIN ledger.journal_entry AS e ON e.jurisdiction_id = j AND e.id = m.entry_id
        JOIN ledger.journal_entry AS o
            ON o.jurisdiction_id = j AND o.id = CASE WHEN e.reverses_entry_id IS NULL THEN e.id
                ELSE e.reverses_entry_id END
        LEFT JOIN ledger.receipt AS c ON c.jurisdiction_id = j AND c.entry_id = o.id
        LEFT JOIN again AS g ON g.source = c.source AND g.number = c.number
        WHERE NOT EXISTS (
            SELECT FROM ledger.remittance_line AS l
            WHERE l.jurisdiction_id = j AND l.paid_entry_id = m.entry_id
                AND l.paid_line = m.line AND l.recipient_id = m.recipient_id
        )
    ), days AS MATERIALIZED (
        SELECT k.*, ledger_api.receipt_available_on(k.method, k.received_on) AS available_on
        FROM (SELECT DISTINCT d.method, d.received_on FROM dated AS d) AS k
    )
    SELECT d.recipient_id, d.entry_id, d.line, d.cents, k.available_on <= p_through,
        k.available_on
    FROM dated AS d
    JOIN days AS k
        ON k.received_on = d.received_on AND k.method IS NOT DISTINCT FROM d.method;
END $$;
COMMENT ON FUNCTION ledger_api.unsent_shares IS
'Every posting to what a fund owes its recipients that no remittance has settled yet.';
