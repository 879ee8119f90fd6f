-- Adds shares (negative for a reversal) to what their debts were applied and hold.
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
    )
    UPDATE ledger.debt_total AS t
    SET applied_cents = t.applied_cents + d.cents, held_cents = ARRAY(
        SELECT h.held + coalesce(d.share_cents[array_position(d.shares, (h.n - 1)::smallint)], 0)
        FROM unnest(t.held_cents) WITH ORDINALITY AS h (held, n)
        ORDER BY h.n
    )
    FROM debts AS d
    WHERE t.jurisdiction_id = j AND t.docket_id = d.docket AND t.debt_no = d.debt;
END $$;
COMMENT ON FUNCTION ledger_api.add_to_debts IS
'Adds shares (negative for a reversal) to what their debts were applied and hold.';
