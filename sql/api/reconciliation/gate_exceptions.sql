-- Gated debts that were paid while a debt that gates them was open, of what was owed on it then
-- (18 U.S.C. 3014(b)).
CREATE FUNCTION ledger_api.gate_exceptions(j integer, p_as_of date) RETURNS TABLE (
    name text, class text, account text, fund_id integer, entry_id bigint, since date,
    amount_cents bigint, detail text
)
LANGUAGE plpgsql STABLE SET plan_cache_mode = force_custom_plan SET jit = off AS $$
#variable_conflict use_column
BEGIN
    RETURN QUERY
    WITH debts AS MATERIALIZED (
        SELECT b.docket_id, b.debt_no, b.entry_id, b.is_gated, b.is_gating,
            t.applied_cents AS applied, CASE WHEN g.claim_id IS NULL THEN t.owed_cents
                ELSE least(t.owed_cents, g.loss_cents - g.applied_cents + t.applied_cents)
                END - t.applied_cents AS open
        FROM ledger.debt AS b
        JOIN ledger.debt_total AS t
            ON t.jurisdiction_id = j AND t.docket_id = b.docket_id AND t.debt_no = b.debt_no
        LEFT JOIN ledger.joint_total AS g
            ON g.jurisdiction_id = j AND g.claim_id = t.claim_id
        WHERE b.jurisdiction_id = j
    ), shut AS MATERIALIZED (
        SELECT g.docket_id, g.debt_no AS gate, d.debt_no, g.entry_id, g.open
        FROM debts AS g
        JOIN debts AS d ON d.docket_id = g.docket_id AND d.is_gated AND d.applied > 0
        WHERE g.is_gating AND NOT g.is_gated AND g.open > 0
    )
    SELECT concat('gate-', s.docket_id, '.', s.debt_no), 'paid_while_gated', '', k.fund_id,
        min(e.id), min(e.effective_on), sum(p.amount_cents)::bigint,
        format('debt %s was paid, debt %s comes before it and is open', s.debt_no, min(s.gate))
    FROM shut AS s
    JOIN ledger.docket AS k ON k.jurisdiction_id = j AND k.entry_id = s.docket_id
    JOIN ledger.journal_entry AS e
        ON e.jurisdiction_id = j AND e.docket_id = s.docket_id AND e.id > s.entry_id
        AND e.effective_on <= p_as_of
    JOIN ledger.receipt AS r ON r.jurisdiction_id = j AND r.entry_id = e.id
    JOIN ledger.posting AS p
        ON p.jurisdiction_id = j AND p.entry_id = e.id AND p.debt_no = s.debt_no
        AND p.share_no IS NOT NULL
    WHERE NOT EXISTS (
        SELECT FROM ledger.journal_entry AS v
        WHERE v.jurisdiction_id = j AND v.reverses_entry_id = e.id
    ) AND s.open > greatest(coalesce((
        SELECT sum(c.amount_cents) FROM ledger.debt_change AS c
        WHERE c.jurisdiction_id = j AND c.docket_id = s.docket_id AND c.debt_no = s.gate
            AND c.entry_id > e.id
    ), 0), 0)
    GROUP BY s.docket_id, s.debt_no, k.fund_id;
END $$;
COMMENT ON FUNCTION ledger_api.gate_exceptions IS
'Gated debts that were paid while a debt that gates them was open (18 U.S.C. 3014(b)).';
