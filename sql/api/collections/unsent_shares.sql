-- Every posting to what a fund owes its recipients that no remittance has settled yet, negative
-- where money was taken back, and whether it may be sent: received by a day, and its hold over.
-- What was taken back counts as soon as the money it takes back could be sent. A receipt that was
-- entered again keeps the day on which it came. Read are what the fund's last batch carried over
-- and the entries that it did not know: those sealed since, and those not sealed yet.
CREATE FUNCTION ledger_api.unsent_shares(
    j integer, p_fund_id integer, p_through date, p_recipient_id integer DEFAULT NULL
) RETURNS TABLE (
    recipient_id integer, entry_id bigint, line smallint, cents bigint, is_released boolean,
    available_on date
)
LANGUAGE plpgsql STABLE SET plan_cache_mode = force_custom_plan SET jit = off AS $$
#variable_conflict use_column
DECLARE
    v_carry ledger.remittance_carry;
    v_number bigint;
BEGIN
    SELECT c.* INTO v_carry FROM ledger.remittance_carry AS c
    WHERE c.jurisdiction_id = j AND c.fund_id = p_fund_id
    ORDER BY c.entry_id DESC LIMIT 1;
    v_number := coalesce(v_carry.sealed_number, 0);
    RETURN QUERY
    WITH due AS MATERIALIZED (
        SELECT a.id, a.recipient_id FROM ledger.account AS a
        WHERE a.jurisdiction_id = j AND a.fund_id = p_fund_id AND a.role = 'due_to'
            AND (p_recipient_id IS NULL OR a.recipient_id = p_recipient_id)
    ), since AS (
        SELECT n.entry_id FROM ledger.sealed_entry AS n
        WHERE n.jurisdiction_id = j AND n.number > v_number
        UNION ALL
        SELECT t.entry_id FROM ledger.journal_tail AS t WHERE t.jurisdiction_id = j
    ), postings AS (
        SELECT p.entry_id, p.line, p.amount_cents, p.debit_account_id, p.credit_account_id,
            NULL::integer AS recipient_id
        FROM since AS n
        JOIN ledger.posting AS p ON p.jurisdiction_id = j AND p.entry_id = n.entry_id
        UNION ALL
        SELECT p.entry_id, p.line, p.amount_cents, p.debit_account_id, p.credit_account_id,
            s.recipient_id
        FROM ledger.carried_share AS s
        JOIN ledger.posting AS p
            ON p.jurisdiction_id = j AND p.entry_id = s.share_entry_id AND p.line = s.share_line
        WHERE s.jurisdiction_id = j AND s.entry_id = v_carry.entry_id
    ), moved AS (
        SELECT d.recipient_id, p.entry_id, p.line, CASE d.id WHEN p.credit_account_id
            THEN p.amount_cents ELSE -p.amount_cents END AS cents
        FROM postings AS p
        CROSS JOIN LATERAL (VALUES (p.credit_account_id), (p.debit_account_id)) AS a (id)
        JOIN due AS d
            ON d.id = a.id AND (p.recipient_id IS NULL OR p.recipient_id = d.recipient_id)
    ), open AS MATERIALIZED (
        SELECT m.*, o.effective_on, c.method, c.source, c.number
        FROM moved AS m
        JOIN ledger.journal_entry AS e ON e.jurisdiction_id = j AND e.id = m.entry_id
        JOIN ledger.journal_entry AS o
            ON o.jurisdiction_id = j AND o.id = CASE WHEN e.reverses_entry_id IS NULL THEN e.id
                ELSE e.reverses_entry_id END
        LEFT JOIN ledger.receipt AS c ON c.jurisdiction_id = j AND c.entry_id = o.id
        WHERE NOT EXISTS (
            SELECT FROM ledger.remittance_line AS l
            WHERE l.jurisdiction_id = j AND l.paid_entry_id = m.entry_id
                AND l.paid_line = m.line AND l.recipient_id = m.recipient_id
        ) AND NOT EXISTS (
            SELECT FROM ledger.remittance AS r
            WHERE r.jurisdiction_id = j AND r.entry_id = m.entry_id
        )
    ), again AS (
        SELECT c.source, c.number, min(e.effective_on) AS received_on
        FROM (SELECT DISTINCT k.source, k.number FROM open AS k) AS k
        JOIN ledger.receipt AS c
            ON c.jurisdiction_id = j AND c.source = k.source AND c.number = k.number
        JOIN ledger.journal_entry AS e ON e.jurisdiction_id = j AND e.id = c.entry_id
        JOIN ledger.journal_entry AS b
            ON b.jurisdiction_id = j AND b.reverses_entry_id = c.entry_id
        JOIN ledger.reversal AS v
            ON v.jurisdiction_id = j AND v.entry_id = b.id
            AND v.reason IN ('reapplied', 'misapplied', 'identified')
        GROUP BY c.source, c.number
    ), dated AS (
        SELECT o.*, coalesce(g.received_on, o.effective_on) AS received_on
        FROM open AS o
        LEFT JOIN again AS g ON g.source = o.source AND g.number = o.number
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
