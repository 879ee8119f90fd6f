-- What a bank moved and the books did not, against the account that takes it; nothing for nothing.
CREATE FUNCTION ledger_api.difference_posting(
    j integer, p_account ledger.bank_account, p_fund_id integer, p_role text, p_cents bigint
) RETURNS jsonb
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    v_other integer;
BEGIN
    IF p_cents = 0 THEN
        RETURN NULL;
    END IF;
    v_other := ledger_api.role_account(j, p_fund_id, p_role);
    RETURN (
        SELECT jsonb_build_array(jsonb_build_object(
            'purse', min(w.id), 'cents', abs(p_cents),
            'debit', CASE WHEN p_cents > 0 THEN p_account.account_id ELSE v_other END,
            'credit', CASE WHEN p_cents > 0 THEN v_other ELSE p_account.account_id END
        ))
        FROM ledger.purse AS w
        WHERE w.jurisdiction_id = j AND w.fund_id = p_fund_id
    );
END $$;
COMMENT ON FUNCTION ledger_api.difference_posting IS
'What a bank moved and the books did not, against the account that takes it.';
