-- Day by day, what the principal of debts rose and fell by (negative), and what was paid of it. A
-- receipt that was taken back brings its principal back from the day of the receipt, as though
-- nothing had been received; money that another debt takes in its stead moves on that day.
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
    )
    SELECT x.docket, x.debt, x.happened_on, sum(x.cents - x.paid)::bigint, sum(x.paid)::bigint
    FROM (
        SELECT a.docket, a.debt, d.judgment_on AS happened_on, b.ordered_cents AS cents,
            0::bigint AS paid
        FROM asked AS a
        JOIN ledger.docket AS d ON d.jurisdiction_id = j AND d.entry_id = a.docket
        JOIN ledger.debt AS b
            ON b.jurisdiction_id = j AND b.docket_id = a.docket AND b.debt_no = a.debt
        UNION ALL
        SELECT a.docket, a.debt, e.effective_on, c.amount_cents, 0
        FROM asked AS a
        JOIN ledger.debt_change AS c
            ON c.jurisdiction_id = j AND c.docket_id = a.docket AND c.debt_no = a.debt
        JOIN ledger.journal_entry AS e ON e.jurisdiction_id = j AND e.id = c.entry_id
        UNION ALL
        SELECT a.docket, a.debt, CASE WHEN v.reason <> 'reapplied' THEN o.effective_on
            ELSE e.effective_on END, 0, CASE WHEN o.id IS NULL THEN p.amount_cents
            ELSE -p.amount_cents END
        FROM asked AS a
        JOIN ledger.docket AS d ON d.jurisdiction_id = j AND d.entry_id = a.docket
        JOIN ledger.journal_entry AS e ON e.jurisdiction_id = j AND e.docket_id = a.docket
        JOIN ledger.posting AS p
            ON p.jurisdiction_id = j AND p.entry_id = e.id AND p.debt_no = a.debt
            AND p.share_no IS NOT NULL
        JOIN ledger.purse AS w
            ON w.jurisdiction_id = j AND w.id = p.purse_id AND w.fund_id = d.fund_id
        LEFT JOIN ledger.reversal AS v ON v.jurisdiction_id = j AND v.entry_id = e.id
        LEFT JOIN ledger.journal_entry AS o
            ON o.jurisdiction_id = j AND o.id = e.reverses_entry_id
    ) AS x
    GROUP BY x.docket, x.debt, x.happened_on;
END $$;
COMMENT ON FUNCTION ledger_api.principal_changes IS
'Day by day, what the principal of debts rose and fell by.';
