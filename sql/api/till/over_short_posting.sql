-- What a till over or short of its expected cash posts: undeposited money against cash over and
-- short; nothing when it is even.
CREATE FUNCTION ledger_api.over_short_posting(j integer, p_fund_id integer, p_over_cents bigint)
RETURNS jsonb
LANGUAGE sql VOLATILE AS $$
    SELECT jsonb_build_array(jsonb_build_object(
        'purse', min(w.id), 'cents', abs(p_over_cents),
        'debit', ledger_api.account_of(
            j, p_fund_id, CASE WHEN p_over_cents > 0 THEN 'undeposited' ELSE 'cash_over_short' END
        ),
        'credit', ledger_api.account_of(
            j, p_fund_id, CASE WHEN p_over_cents > 0 THEN 'cash_over_short' ELSE 'undeposited' END
        )
    ))
    FROM ledger.purse AS w
    WHERE w.jurisdiction_id = j AND w.fund_id = p_fund_id
    HAVING p_over_cents <> 0
$$;
COMMENT ON FUNCTION ledger_api.over_short_posting IS
'What a till over or short of its expected cash posts; nothing when it is even.';
