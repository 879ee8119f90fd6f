-- Every account with its balance (debits less credits) at the end of a day.
CREATE FUNCTION ledger_api.trial_balance(
    p_as_of date,
    p_known_at timestamptz,
    p_fund text,
    p_purpose text,
    p_by_effective_day boolean DEFAULT false
) RETURNS TABLE (
    fund text,
    fund_name text,
    account_set text,
    account text,
    account_name text,
    normal_side text,
    balance_cents bigint
)
LANGUAGE sql STABLE SECURITY INVOKER SET search_path = pg_catalog, pg_temp AS $$
    SELECT f.code, f.name, a.account_set, a.number, a.name, a.normal_side,
        coalesce(m.cents, 0)::bigint
    FROM ledger.fund AS f
    JOIN ledger.account AS a ON a.jurisdiction_id = f.jurisdiction_id AND a.fund_id = f.id
    LEFT JOIN (
        SELECT d.account_id, sum(d.debit_cents) - sum(d.credit_cents) AS cents
        FROM ledger_api.day_movements(p_as_of, p_known_at, p_by_effective_day) AS d
        JOIN ledger.purse AS p ON p.id = d.purse_id
        WHERE p_purpose IS NULL OR p.purpose = p_purpose
        GROUP BY d.account_id
    ) AS m ON m.account_id = a.id
    WHERE f.jurisdiction_id = (SELECT ledger.visible_jurisdiction())
        AND (p_fund IS NULL OR f.code = p_fund)
    ORDER BY f.code, a.account_set DESC, a.number
$$;
COMMENT ON FUNCTION ledger_api.trial_balance IS
'Every account with its balance (debits less credits) at the end of a day.';
