-- Whether an amendment leaves what its rule allows: what the court's orders on a debt come to, what
-- they amended and vacated of it included, and on all debts of the docket under the same rule.
CREATE FUNCTION ledger_api.leaves_statute(j integer, p_debt record, p_cents bigint)
RETURNS boolean
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN (
        SELECT coalesce(
            p_cents < 0 AND x.own + p_cents < a.minimum_cents
                OR p_cents > 0 AND x.every + p_cents > a.maximum_cents,
            false
        )
        FROM ledger.authority AS a
        CROSS JOIN LATERAL (
            SELECT sum(o.cents) FILTER (WHERE o.debt_no = p_debt.debt_no) AS own,
                sum(o.cents) AS every
            FROM (
                SELECT b.debt_no, b.ordered_cents + coalesce((
                    SELECT sum(c.amount_cents) FROM ledger.debt_change AS c
                    WHERE c.jurisdiction_id = j AND c.docket_id = b.docket_id
                        AND c.debt_no = b.debt_no AND c.reason IN ('amended', 'vacated')
                ), 0) AS cents
                FROM ledger.debt AS b
                WHERE b.jurisdiction_id = j AND b.docket_id = p_debt.docket_id
                    AND b.authority_id = p_debt.authority_id AND b.kind = p_debt.kind
            ) AS o
        ) AS x
        WHERE a.jurisdiction_id = j AND a.id = p_debt.authority_id
    );
END $$;
COMMENT ON FUNCTION ledger_api.leaves_statute IS
'Whether an amendment leaves what its rule allows.';
