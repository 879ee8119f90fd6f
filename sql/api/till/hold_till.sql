-- Keeps everybody else away from a till: its fund's purse, whose lock holds off deposits and
-- reversals, then the fund's periods, then the till itself, which whoever records there shares.
-- Answers with the accounting day.
CREATE FUNCTION ledger_api.hold_till(
    j integer, p_fund_id integer, p_till text, p_effective_on date
) RETURNS date
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    v_posted date;
BEGIN
    PERFORM FROM ledger.purse AS w
    WHERE w.jurisdiction_id = j AND w.fund_id = p_fund_id
    ORDER BY w.id FOR UPDATE;
    v_posted := ledger_api.posting_day(j, ARRAY[p_fund_id], p_effective_on);
    PERFORM pg_advisory_xact_lock(ledger_api.till_key(j, p_till));
    RETURN v_posted;
END $$;
COMMENT ON FUNCTION ledger_api.hold_till IS
'Keeps everybody else away from a till, and answers with the accounting day.';
