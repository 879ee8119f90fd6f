-- Whether a share plan (tier, weight, cap, due, own) can take a loss: every share goes to somebody
-- of this fund, and the tiers, where all are capped, hold the whole.
CREATE FUNCTION ledger_api.plan_holds(j integer, p_plan jsonb, p_fund integer, p_cents bigint)
RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT coalesce(
        x.due <> '{}' AND cardinality(x.tier) = cardinality(x.due)
        AND cardinality(x.weight) = cardinality(x.due) AND cardinality(x.own) = cardinality(x.due)
        AND 0 < ALL (x.weight) AND (
            array_position(x.cap, NULL) IS NOT NULL
            OR (SELECT sum(c.cents) FROM unnest(x.cap) AS c (cents)) >= p_cents
        ) AND NOT EXISTS (
            SELECT FROM unnest(x.due, x.own) AS s (due, own)
            LEFT JOIN ledger.account AS a ON a.jurisdiction_id = j AND a.id = s.due
            LEFT JOIN ledger.recipient AS r ON r.jurisdiction_id = j AND r.id = a.recipient_id
            WHERE (a.fund_id = p_fund AND a.role = 'due_to'
                AND s.own = coalesce(r.own_purse_id, 0)) IS NOT TRUE
        ), false
    )
    FROM jsonb_to_record(p_plan) AS x (
        tier smallint[], weight bigint[], cap bigint[], due integer[], own integer[]
    )
$$;
COMMENT ON FUNCTION ledger_api.plan_holds IS
'Whether a share plan can take a loss in the books of a fund.';
