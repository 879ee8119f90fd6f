-- The account of the books that a bank account proves, by the code of the bank account, or NULL.
CREATE FUNCTION ledger_api.named_account(j integer, p_bank_account text) RETURNS integer
LANGUAGE sql STABLE AS $$
    SELECT b.account_id FROM ledger.bank_account AS b
    WHERE b.jurisdiction_id = j AND b.code = p_bank_account
$$;
COMMENT ON FUNCTION ledger_api.named_account IS
'The account of the books that a bank account proves, or NULL.';
