-- By fiscal year: what courts collected under 18 U.S.C. 3014, what was transferred for it under
-- (d), and beside it what (h)(1) transferred. Empty where nothing is collected under it.
CREATE FUNCTION ledger_api.transfer_tie(p_end date, p_known_at timestamptz) RETURNS TABLE (
    fiscal_year text,
    collected_cents bigint,
    transferred_cents bigint,
    health_cents bigint
)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
    j integer := ledger_api.require_role(
        'clerk', 'grants', 'reconciler', 'approver', 'auditor', 'owner'
    );
    v_start smallint := (
        SELECT min(f.fiscal_year_start_month) FROM ledger.fund AS f
        WHERE f.jurisdiction_id = j AND f.kind = 'federal'
    );
    v_known bigint := ledger_api.known_number(p_known_at);
BEGIN
    RETURN QUERY
    SELECT ledger_api.period_label(m.day, 'year', v_start), sum(m.collected)::bigint,
        sum(m.transferred)::bigint, sum(m.health)::bigint
    FROM (
        SELECT c.entry_id, c.effective_on AS day, c.cents AS collected, 0 AS transferred,
            0 AS health
        FROM ledger_api.collected_under(j, 'us-3014') AS c
        UNION ALL
        SELECT t.entry_id, t.covers_through, 0,
            CASE t.clause WHEN '3014(d)' THEN t.amount_cents ELSE 0 END,
            CASE t.clause WHEN '3014(h)(1)' THEN t.amount_cents ELSE 0 END
        FROM ledger.fund_transfer AS t WHERE t.jurisdiction_id = j
    ) AS m
    JOIN ledger.journal_entry AS e ON e.jurisdiction_id = j AND e.id = m.entry_id
    LEFT JOIN ledger.sealed_entry AS n ON n.jurisdiction_id = j AND n.entry_id = m.entry_id
    WHERE e.effective_on <= p_end AND (p_known_at IS NULL OR n.number <= v_known)
    GROUP BY 1
    ORDER BY 1;
END $$;
COMMENT ON FUNCTION ledger_api.transfer_tie IS
'By fiscal year: collected under 18 U.S.C. 3014, transferred under (d) and under (h)(1).';
