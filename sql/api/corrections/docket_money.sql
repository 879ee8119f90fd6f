-- What stands on an account that plays a role in the books of one docket, credits less debits.
CREATE FUNCTION ledger_api.docket_money(j integer, p_docket_id bigint, p_role text)
RETURNS bigint
LANGUAGE plpgsql VOLATILE AS $$
BEGIN
    RETURN (
        SELECT coalesce(sum(CASE p.credit_account_id WHEN a.id THEN p.amount_cents
            ELSE -p.amount_cents END), 0)::bigint
        FROM ledger.docket AS k
        JOIN ledger.account AS a
            ON a.jurisdiction_id = j AND a.fund_id = k.fund_id AND a.role = p_role
        JOIN ledger.journal_entry AS e ON e.jurisdiction_id = j AND e.docket_id = k.entry_id
        JOIN ledger.posting AS p
            ON p.jurisdiction_id = j AND p.entry_id = e.id
            AND a.id IN (p.debit_account_id, p.credit_account_id)
        WHERE k.jurisdiction_id = j AND k.entry_id = p_docket_id
    );
END $$;
COMMENT ON FUNCTION ledger_api.docket_money IS
'What stands on an account that plays a role in the books of one docket, credits less debits.';
