-- Why an account cannot be signed through a day, or NULL; a difference needs a reason.
CREATE FUNCTION ledger_api.judge_sign_off(
    j integer, p_account_id integer, p_through date, p_reason text, p_differs boolean
) RETURNS text
LANGUAGE sql STABLE AS $$
    SELECT CASE
        WHEN p_account_id IS NULL THEN 'LG901'
        WHEN isfinite(p_through) IS NOT TRUE THEN 'LG109'
        WHEN length(p_reason) > 200 THEN 'LG108'
        WHEN EXISTS (
            SELECT FROM ledger.signed_periods(j) AS s
            WHERE s.account_id = p_account_id AND s.through >= p_through
        ) THEN 'LG951'
        WHEN NOT EXISTS (
            SELECT FROM ledger.account AS a
            JOIN ledger.fund_period AS f ON f.jurisdiction_id = j AND f.fund_id = a.fund_id
            WHERE a.jurisdiction_id = j AND a.id = p_account_id AND f.closed_through >= p_through
        ) THEN 'LG950'
        WHEN EXISTS (
            SELECT FROM ledger.bank_account AS b
            LEFT JOIN LATERAL ledger_api.bank_balance(j, b.entry_id, p_through) AS u ON true
            WHERE b.jurisdiction_id = j AND b.account_id = p_account_id AND (
                u.heard_through IS NULL OR u.heard_through < p_through AND EXISTS (
                    SELECT FROM ledger_api.banking_days(u.heard_through, p_through) AS d
                    WHERE d.number > (
                        SELECT min(f.number)
                        FROM ledger_api.banking_days(u.heard_through, u.heard_through) AS f
                    )
                )
            )
        ) THEN 'LG952'
        WHEN p_differs AND coalesce(p_reason, '') = '' THEN 'LG953'
    END
$$;
COMMENT ON FUNCTION ledger_api.judge_sign_off IS
'Why an account cannot be signed through a day, or NULL.';
