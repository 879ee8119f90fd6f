-- What this transaction has brought in for an opening, counted from the rows that it wrote.
CREATE FUNCTION ledger_api.opening_totals(p_opening ledger.opening)
RETURNS TABLE (file text, measure text, line_count bigint, amount_cents bigint)
LANGUAGE plpgsql VOLATILE SET plan_cache_mode = force_custom_plan AS $$
#variable_conflict use_column
DECLARE
    j integer := p_opening.jurisdiction_id;
BEGIN
    RETURN QUERY
    WITH own AS MATERIALIZED (
        SELECT t.entry_id FROM ledger.journal_tail AS t
        WHERE t.jurisdiction_id = j AND t.entry_id > p_opening.entry_id
            AND t.written_by = pg_current_xact_id()
    ), debts AS MATERIALIZED (
        SELECT b.ordered_cents, t.applied_cents
        FROM own AS o
        JOIN ledger.debt AS b ON b.jurisdiction_id = j AND b.entry_id = o.entry_id
        JOIN ledger.debt_total AS t
            ON t.jurisdiction_id = j AND t.docket_id = b.docket_id AND t.debt_no = b.debt_no
    ), receipts AS MATERIALIZED (
        SELECT c.amount_cents, EXISTS (
            SELECT FROM ledger.posting AS p
            WHERE p.jurisdiction_id = j AND p.entry_id = c.entry_id AND p.debt_no IS NOT NULL
        ) AS is_applied
        FROM own AS o
        JOIN ledger.receipt AS c ON c.jurisdiction_id = j AND c.entry_id = o.entry_id
    ), totals AS (
        SELECT 'debts' AS file, 'ordered' AS measure, count(*) AS lines,
            sum(d.ordered_cents) AS cents
        FROM debts AS d
        UNION ALL
        SELECT 'debts', 'held', count(*), sum(d.applied_cents) FROM debts AS d
        UNION ALL
        SELECT 'debts', 'sent', (SELECT count(*) FROM debts), sum(l.amount_cents)
        FROM own AS o
        JOIN ledger.remittance_line AS l ON l.jurisdiction_id = j AND l.entry_id = o.entry_id
        UNION ALL
        SELECT 'receipts', 'amount', count(*), sum(r.amount_cents)
        FROM receipts AS r WHERE r.is_applied
        UNION ALL
        SELECT 'unapplied', 'amount', count(*), sum(r.amount_cents)
        FROM receipts AS r WHERE NOT r.is_applied
        UNION ALL
        SELECT 'checks', 'amount', count(*), sum(k.amount_cents)
        FROM own AS o
        JOIN ledger.check_issued AS k ON k.jurisdiction_id = j AND k.entry_id = o.entry_id
    )
    SELECT t.file, t.measure, t.lines, coalesce(t.cents, 0)::bigint FROM totals AS t;
END $$;
COMMENT ON FUNCTION ledger_api.opening_totals IS
'What this transaction has brought in for an opening, counted from the rows that it wrote.';
