-- What a till over or short of what was expected posts, one line for its cash and one for its
-- checks: undeposited money against cash over and short; nothing for what is even.
CREATE FUNCTION ledger_api.over_short_posting(j integer, p_fund_id integer, p_over_cents bigint[])
RETURNS jsonb
LANGUAGE sql VOLATILE AS $$
    SELECT jsonb_agg(jsonb_build_object(
        'purse', (
            SELECT min(w.id) FROM ledger.purse AS w
            WHERE w.jurisdiction_id = j AND w.fund_id = p_fund_id
        ), 'cents', abs(u.cents),
        'debit', ledger_api.account_of(
            j, p_fund_id, CASE WHEN u.cents > 0 THEN 'undeposited' ELSE 'cash_over_short' END
        ),
        'credit', ledger_api.account_of(
            j, p_fund_id, CASE WHEN u.cents > 0 THEN 'cash_over_short' ELSE 'undeposited' END
        )
    ) ORDER BY u.i)
    FROM unnest(p_over_cents) WITH ORDINALITY AS u (cents, i)
    WHERE u.cents <> 0
$$;
COMMENT ON FUNCTION ledger_api.over_short_posting IS
'What a till over or short of its expected cash and checks posts; nothing when it is even.';
