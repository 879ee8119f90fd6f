-- The number after the last check drawn on the bank account of a fund.
CREATE FUNCTION ledger_api.next_check_number(j integer, p_fund_id integer) RETURNS bigint
LANGUAGE sql STABLE AS $$
    SELECT coalesce(max(k.number), 0) + 1 FROM ledger.check_issued AS k
    WHERE k.jurisdiction_id = j AND k.fund_id = p_fund_id
$$;
COMMENT ON FUNCTION ledger_api.next_check_number IS
'The number after the last check drawn on the bank account of a fund.';
