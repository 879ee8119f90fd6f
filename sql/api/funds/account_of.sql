-- The account that plays a role in a fund, where there is one only.
CREATE FUNCTION ledger_api.account_of(j integer, p_fund_id integer, p_role text) RETURNS integer
LANGUAGE sql STABLE AS $$
    SELECT a.id FROM ledger.account AS a
    WHERE a.jurisdiction_id = j AND a.fund_id = p_fund_id AND a.role = p_role
        AND a.recipient_id IS NULL
$$;
COMMENT ON FUNCTION ledger_api.account_of IS
'The account that plays a role in a fund, where there is one only.';
