-- Money that no debt has claimed, receipt by receipt, oldest first: of a docket, or unidentified
-- (docket_id NULL). The age runs from the day on which the money came, however often its receipt
-- was entered again since. is_late: it waits longer than the policy suspense_alert_days has it.
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
    WITH moved AS (
        SELECT e.id, e.docket_id, e.effective_on, e.reverses_entry_id, p.amount_cents AS cents
        FROM ledger.account AS a
        JOIN ledger.posting AS p ON p.jurisdiction_id = j AND p.credit_account_id = a.id
        JOIN ledger.journal_entry AS e ON e.jurisdiction_id = j AND e.id = p.entry_id
        WHERE a.jurisdiction_id = j AND a.role = 'unapplied' AND e.effective_on <= p_as_of
    ), standing AS (
        SELECT m.docket_id, c.source, c.number, c.payer_reference, m.id, m.effective_on,
            sum(m.cents) AS cents
        FROM moved AS m
        JOIN ledger.receipt AS c ON c.jurisdiction_id = j AND c.entry_id = m.id
        WHERE NOT EXISTS (
            SELECT FROM ledger.journal_entry AS r
            WHERE r.jurisdiction_id = j AND r.reverses_entry_id = m.id
                AND r.effective_on <= p_as_of
        )
        GROUP BY 1, 2, 3, 4, 5, 6
    ), given AS (
        SELECT f.docket_id, f.source, f.number, sum(f.amount_cents) AS cents
        FROM ledger.refund AS f
        JOIN ledger.journal_entry AS e ON e.jurisdiction_id = j AND e.id = f.entry_id
        WHERE f.jurisdiction_id = j AND e.effective_on <= p_as_of
        GROUP BY 1, 2, 3
    ), left_over AS (
        SELECT s.*, greatest(s.cents - coalesce(g.cents, 0), 0) AS open, (
            -- Refunds of receipts that were taken back since are held from the newest others.
            SELECT coalesce(sum(o.cents), 0) FROM given AS o
            WHERE o.docket_id = s.docket_id AND NOT EXISTS (
                SELECT FROM standing AS t
                WHERE t.docket_id = o.docket_id AND t.source = o.source
                    AND t.number = o.number
            )
        ) AS elsewhere
        FROM standing AS s
        LEFT JOIN given AS g
            ON g.docket_id = s.docket_id AND g.source = s.source AND g.number = s.number
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
    )
    SELECT d.docket_id, r.reference, d.source, d.number, d.payer_reference, d.received_on,
        p_as_of - d.received_on, d.rest::bigint, p_as_of - d.received_on > v_days
    FROM dated AS d
    LEFT JOIN ledger.docket_reference AS r
        ON r.jurisdiction_id = j AND r.docket_id = d.docket_id
    WHERE d.rest > 0
    ORDER BY d.received_on, d.id;
END $$;
COMMENT ON FUNCTION ledger_api.unapplied_money IS
'Money that no debt has claimed, receipt by receipt, by its age.';
