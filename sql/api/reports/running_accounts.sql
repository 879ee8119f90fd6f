-- The accounts of a running report with what they held before its first day: one account by its
-- number, or the accounts that hold the money of a purpose.
CREATE FUNCTION ledger_api.running_accounts(
    p_begin date, p_known_at timestamptz, p_fund text, p_account text, p_purpose text
) RETURNS TABLE (
    account_id integer,
    purse_id integer,
    account text,
    account_name text,
    normal_side text,
    opening_cents bigint
)
LANGUAGE sql STABLE SECURITY INVOKER SET search_path = pg_catalog, pg_temp AS $$
    SELECT a.id, p.id, a.number, a.name, a.normal_side, coalesce((
        SELECT sum(CASE a.normal_side WHEN 'debit' THEN d.debit_cents - d.credit_cents
            ELSE d.credit_cents - d.debit_cents END)
        FROM ledger_api.day_movements(p_begin - 1, p_known_at) AS d
        WHERE d.account_id = a.id AND d.purse_id = p.id
    ), 0)::bigint
    FROM ledger.fund AS f
    JOIN ledger.account AS a ON a.jurisdiction_id = f.jurisdiction_id AND a.fund_id = f.id
    JOIN ledger.purse AS p ON p.jurisdiction_id = f.jurisdiction_id AND p.fund_id = f.id
    WHERE f.jurisdiction_id = (SELECT ledger.visible_jurisdiction()) AND f.code = p_fund
        AND (p_purpose IS NULL OR p.purpose = p_purpose)
        AND CASE WHEN p_account IS NULL THEN a.role IN ('undeposited', 'bank', 'cash')
            ELSE a.number = p_account END
    ORDER BY a.number, p.id
$$;
COMMENT ON FUNCTION ledger_api.running_accounts IS
'The accounts of a running report with what they held before its first day.';
