-- Adds shares (negative for a reversal) to what their debts, and their joint claims, were applied
-- and hold.
CREATE FUNCTION ledger_api.add_to_debts(
    j integer, p_docket_ids bigint[], p_debts smallint[], p_shares smallint[], p_cents bigint[]
) RETURNS void
LANGUAGE plpgsql VOLATILE AS $$
#variable_conflict use_column
BEGIN
    WITH added AS (
        SELECT u.docket, u.debt, u.share, sum(u.cents)::bigint AS cents
        FROM unnest(p_docket_ids, p_debts, p_shares, p_cents) AS u (docket, debt, share, cents)
        GROUP BY u.docket, u.debt, u.share
    ), debts AS (
        SELECT a.docket, a.debt, sum(a.cents)::bigint AS cents,
            array_agg(a.share) AS shares, array_agg(a.cents) AS share_cents
        FROM added AS a
        GROUP BY a.docket, a.debt
    ), of_dockets AS (
        UPDATE ledger.debt_total AS t
        SET applied_cents = t.applied_cents + d.cents,
            held_cents = ledger_api.with_shares(t.held_cents, d.shares, d.share_cents)
        FROM debts AS d
        WHERE t.jurisdiction_id = j AND t.docket_id = d.docket AND t.debt_no = d.debt
        RETURNING t.claim_id, d.cents, d.shares, d.share_cents
    )
    UPDATE ledger.joint_total AS g
    SET applied_cents = g.applied_cents + d.cents,
        held_cents = ledger_api.with_shares(g.held_cents, d.shares, d.share_cents)
    FROM of_dockets AS d
    WHERE g.jurisdiction_id = j AND g.claim_id = d.claim_id;
END $$;
COMMENT ON FUNCTION ledger_api.add_to_debts IS
'Adds shares (negative for a reversal) to what their debts were applied and hold.';
