-- The entry of the rules that hold for a bank account; those built in are recorded at first use.
CREATE FUNCTION ledger_api.match_rules_in_force(j integer, p_bank_account_id bigint)
RETURNS bigint
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    v_entry bigint := (
        SELECT m.entry_id FROM ledger.match_rules AS m
        WHERE m.jurisdiction_id = j AND m.bank_account_id = p_bank_account_id
        ORDER BY m.version DESC LIMIT 1
    );
BEGIN
    RETURN coalesce(v_entry, ledger_api.record_match_rules(
        j, '{"statement": {}}', p_bank_account_id,
        (SELECT jsonb_agg(to_jsonb(r) ORDER BY r.rule_no)
        FROM ledger_api.default_match_rules() AS r)
    ));
END $$;
COMMENT ON FUNCTION ledger_api.match_rules_in_force IS
'The entry of the rules that hold for a bank account; those built in are recorded at first use.';
