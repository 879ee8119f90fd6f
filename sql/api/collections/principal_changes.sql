-- Day by day, what the principal of debts rose and fell by (negative), and what was paid of it. A
-- receipt that was taken back brings its principal back from the day on which it came, as though
-- nothing had been received, however often it was applied anew in between; money that another debt
-- takes in its stead moves on that day. A receipt that found its docket late keeps the day on which
-- it came. What was vacated was never owed, and what was paid beyond the principal pays none of it.
CREATE FUNCTION ledger_api.principal_changes(
    j integer, p_docket_ids bigint[], p_debts smallint[]
) RETURNS TABLE (
    docket_id bigint, debt_no smallint, happened_on date, cents bigint, paid_cents bigint
)
LANGUAGE plpgsql STABLE AS $$
#variable_conflict use_column
BEGIN
    RETURN QUERY
    WITH asked AS (
        SELECT u.docket, u.debt FROM unnest(p_docket_ids, p_debts) AS u (docket, debt)
    ), moved AS MATERIALIZED (
        SELECT a.docket, a.debt, e.effective_on, coalesce(e.reverses_entry_id, e.id) AS receipt_id,
            e.reverses_entry_id IS NOT NULL AS is_back, p.amount_cents AS cents
        FROM asked AS a
        JOIN ledger.docket AS d ON d.jurisdiction_id = j AND d.entry_id = a.docket
        JOIN ledger.journal_entry AS e ON e.jurisdiction_id = j AND e.docket_id = a.docket
        JOIN ledger.posting AS p
            ON p.jurisdiction_id = j AND p.entry_id = e.id AND p.debt_no = a.debt
            AND p.share_no IS NOT NULL
        JOIN ledger.purse AS w
            ON w.jurisdiction_id = j AND w.id = p.purse_id AND w.fund_id = d.fund_id
    ), entered AS (
        SELECT r.source, r.number, r.entry_id, e.effective_on, v.reason,
            count(*) FILTER (WHERE v.reason NOT IN ('reapplied', 'misapplied', 'identified'))
                OVER earlier AS receipt,
            count(*) FILTER (WHERE v.reason <> 'reapplied') OVER earlier AS place
        FROM (
            SELECT DISTINCT c.source, c.number
            FROM (SELECT DISTINCT m.receipt_id FROM moved AS m) AS m
            JOIN ledger.receipt AS c ON c.jurisdiction_id = j AND c.entry_id = m.receipt_id
        ) AS k
        JOIN ledger.receipt AS r
            ON r.jurisdiction_id = j AND r.source = k.source AND r.number = k.number
        JOIN ledger.journal_entry AS e ON e.jurisdiction_id = j AND e.id = r.entry_id
        LEFT JOIN ledger.journal_entry AS b
            ON b.jurisdiction_id = j AND b.reverses_entry_id = r.entry_id
        LEFT JOIN ledger.reversal AS v ON v.jurisdiction_id = j AND v.entry_id = b.id
        WINDOW earlier AS (
            PARTITION BY r.source, r.number ORDER BY r.entry_id
            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
        )
    ), dated AS MATERIALIZED (
        SELECT n.entry_id, min(n.effective_on) OVER (
                PARTITION BY n.source, n.number, n.receipt
            ) AS came_on,
            bool_or(n.reason <> 'reapplied') OVER here IS TRUE AS is_void,
            n.entry_id = min(n.entry_id) OVER here AS is_first
        FROM entered AS n
        WINDOW here AS (PARTITION BY n.source, n.number, n.receipt, n.place)
    ), changes AS (
        SELECT a.docket, a.debt, d.judgment_on AS happened_on, b.ordered_cents AS cents,
            0::bigint AS paid
        FROM asked AS a
        JOIN ledger.docket AS d ON d.jurisdiction_id = j AND d.entry_id = a.docket
        JOIN ledger.debt AS b
            ON b.jurisdiction_id = j AND b.docket_id = a.docket AND b.debt_no = a.debt
        UNION ALL
        SELECT a.docket, a.debt, CASE c.reason WHEN 'vacated' THEN d.judgment_on
            ELSE e.effective_on END, c.amount_cents, 0
        FROM asked AS a
        JOIN ledger.docket AS d ON d.jurisdiction_id = j AND d.entry_id = a.docket
        JOIN ledger.debt_change AS c
            ON c.jurisdiction_id = j AND c.docket_id = a.docket AND c.debt_no = a.debt
        JOIN ledger.journal_entry AS e ON e.jurisdiction_id = j AND e.id = c.entry_id
        UNION ALL
        SELECT m.docket, m.debt, CASE WHEN t.is_void OR t.is_first AND NOT m.is_back THEN t.came_on
            ELSE m.effective_on END, 0, CASE WHEN m.is_back THEN -m.cents ELSE m.cents END
        FROM moved AS m
        LEFT JOIN dated AS t ON t.entry_id = m.receipt_id
    ), standing AS (
        SELECT x.docket, x.debt, x.happened_on, sum(x.cents)::bigint AS ordered,
            greatest(sum(sum(x.cents - x.paid)) OVER (
                PARTITION BY x.docket, x.debt ORDER BY x.happened_on
            ), 0)::bigint AS open
        FROM changes AS x
        GROUP BY x.docket, x.debt, x.happened_on
    ), risen AS (
        SELECT s.*, s.open - lag(s.open, 1, 0::bigint) OVER (
            PARTITION BY s.docket, s.debt ORDER BY s.happened_on
        ) AS cents
        FROM standing AS s
    )
    SELECT r.docket, r.debt, r.happened_on, r.cents, r.ordered - r.cents FROM risen AS r;
END $$;
COMMENT ON FUNCTION ledger_api.principal_changes IS
'Day by day, what the principal of debts rose and fell by.';
