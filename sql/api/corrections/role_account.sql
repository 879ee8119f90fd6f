-- The account that plays a role in a fund; a role that the fund lacks is refused.
CREATE FUNCTION ledger_api.role_account(j integer, p_fund_id integer, p_role text)
RETURNS integer
LANGUAGE plpgsql STABLE AS $$
DECLARE
    v_account integer;
BEGIN
    SELECT a.id INTO v_account FROM ledger.account AS a
    WHERE a.jurisdiction_id = j AND a.fund_id = p_fund_id AND a.role = p_role
        AND a.recipient_id IS NULL;
    IF NOT FOUND THEN
        PERFORM ledger.raise_refusal('LG112', p_role);
    END IF;
    RETURN v_account;
END $$;
COMMENT ON FUNCTION ledger_api.role_account IS
'The account that plays a role in a fund; a role that the fund lacks is refused.';
