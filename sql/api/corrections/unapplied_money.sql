-- Money that no debt has claimed, receipt by receipt, oldest first: of a docket, or unidentified
-- (docket_id NULL). The age runs from the day on which the money came, however often its receipt
-- was entered again since. is_late: it waits longer than the policy suspense_alert_days has it. Of
-- a docket whose payer was given back more than the bank left, one line has no receipt and is
-- negative, since the day on which that came about: the lines are the balance of the account.
CREATE FUNCTION ledger_api.unapplied_money(p_as_of date) RETURNS TABLE (
    docket_id bigint,
    docket text,
    source text,
    number text,
    payer_reference text,
    received_on date,
    age_days integer,
    amount_cents bigint,
    is_late boolean
)
LANGUAGE plpgsql STABLE SECURITY INVOKER SET search_path = pg_catalog, pg_temp
SET jit = off AS $$
#variable_conflict use_column
DECLARE
    j integer := ledger.visible_jurisdiction();
    v_days integer := ledger_api.policy_in_force('suspense_alert_days')::integer;
BEGIN
    RETURN QUERY
    WITH moved AS MATERIALIZED (
        SELECT e.id, e.docket_id, e.effective_on, p.amount_cents AS cents,
            p.credit_account_id = a.id AS is_credit
        FROM ledger.account AS a
        JOIN ledger.posting AS p
            ON p.jurisdiction_id = j AND a.id IN (p.debit_account_id, p.credit_account_id)
        JOIN ledger.journal_entry AS e ON e.jurisdiction_id = j AND e.id = p.entry_id
        WHERE a.jurisdiction_id = j AND a.role = 'unapplied' AND e.effective_on <= p_as_of
    ), standing AS MATERIALIZED (
        SELECT m.docket_id, c.source, c.number, c.payer_reference, m.id, m.effective_on,
            sum(m.cents) AS cents
        FROM moved AS m
        JOIN ledger.receipt AS c ON c.jurisdiction_id = j AND c.entry_id = m.id
        WHERE m.is_credit AND NOT EXISTS (
            SELECT FROM ledger.journal_entry AS r
            WHERE r.jurisdiction_id = j AND r.reverses_entry_id = m.id
                AND r.effective_on <= p_as_of
        )
        GROUP BY 1, 2, 3, 4, 5, 6
    ), given AS MATERIALIZED (
        SELECT f.docket_id, f.source, f.number, sum(f.amount_cents) AS cents
        FROM ledger.refund AS f
        JOIN ledger.journal_entry AS e ON e.jurisdiction_id = j AND e.id = f.entry_id
        WHERE f.jurisdiction_id = j AND e.effective_on <= p_as_of
        GROUP BY 1, 2, 3
    ), held AS (
        SELECT g.docket_id, t.id, g.cents, least(g.cents, coalesce(t.cents, 0)) AS own
        FROM given AS g
        LEFT JOIN standing AS t
            ON t.docket_id = g.docket_id AND t.source = g.source AND t.number = g.number
    ), elsewhere AS (
        -- What its own receipt does not hold any more, the newest others do.
        SELECT h.docket_id, sum(h.cents - h.own) AS cents FROM held AS h GROUP BY 1
    ), left_over AS (
        SELECT s.*, s.cents - coalesce(h.own, 0) AS open, coalesce(o.cents, 0) AS elsewhere
        FROM standing AS s
        LEFT JOIN held AS h ON h.id = s.id
        LEFT JOIN elsewhere AS o ON o.docket_id = s.docket_id
    ), waiting AS (
        SELECT l.*, l.open - least(l.open, greatest(l.elsewhere - coalesce(sum(l.open) OVER (
            PARTITION BY l.docket_id ORDER BY l.id DESC
            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
        ), 0), 0)) AS rest
        FROM left_over AS l
    ), dated AS (
        SELECT w.*, coalesce((
            SELECT min(e.effective_on)
            FROM ledger.receipt AS c
            JOIN ledger.journal_entry AS e ON e.jurisdiction_id = j AND e.id = c.entry_id
            JOIN ledger.reversal AS v ON v.jurisdiction_id = j AND v.reverses_entry_id = e.id
            WHERE c.jurisdiction_id = j AND c.source = w.source AND c.number = w.number
                AND v.reason IN ('reapplied', 'identified', 'misapplied')
        ), w.effective_on) AS received_on
        FROM waiting AS w
        WHERE w.rest > 0
    ), lines AS (
        SELECT d.docket_id, d.source, d.number, d.payer_reference, d.received_on, d.id,
            d.rest AS cents
        FROM dated AS d
        UNION ALL
        SELECT m.docket_id, '', '', NULL, max(m.effective_on) FILTER (WHERE NOT m.is_credit), 0,
            sum(CASE WHEN m.is_credit THEN m.cents ELSE -m.cents END)
        FROM moved AS m
        GROUP BY 1
        HAVING sum(CASE WHEN m.is_credit THEN m.cents ELSE -m.cents END) < 0
    )
    SELECT n.docket_id, r.reference, n.source, n.number, n.payer_reference, n.received_on,
        p_as_of - n.received_on, n.cents::bigint, p_as_of - n.received_on > v_days
    FROM lines AS n
    LEFT JOIN ledger.docket_reference AS r
        ON r.jurisdiction_id = j AND r.docket_id = n.docket_id
    ORDER BY n.received_on, n.id;
END $$;
COMMENT ON FUNCTION ledger_api.unapplied_money IS
'Money that no debt has claimed, receipt by receipt, by its age.';
