-- Writes a set of rules as the next version of a bank account's. The caller holds its lock.
CREATE FUNCTION ledger_api.record_match_rules(
    j integer, p_command jsonb, p_bank_account_id bigint, p_rules jsonb
) RETURNS bigint
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    v_today date := ledger_api.court_today();
    v_entry bigint := ledger_api.write_entry('match_rules', p_command, v_today, v_today);
BEGIN
    INSERT INTO ledger.match_rules (jurisdiction_id, entry_id, bank_account_id, version)
    SELECT j, v_entry, p_bank_account_id, 1 + coalesce(max(m.version), 0)
    FROM ledger.match_rules AS m
    WHERE m.jurisdiction_id = j AND m.bank_account_id = p_bank_account_id;
    INSERT INTO ledger.match_rule (
        jurisdiction_id, entry_id, rule_no, name, pass, kinds, days_before, days_after,
        tolerance_minor, may_confirm, difference_role
    )
    SELECT j, v_entry, r.rule_no, r.name, r.pass, r.kinds, r.days_before, r.days_after,
        r.tolerance_minor, r.may_confirm, r.difference_role
    FROM jsonb_populate_recordset(NULL::ledger.match_rule, p_rules) AS r;
    RETURN v_entry;
END $$;
COMMENT ON FUNCTION ledger_api.record_match_rules IS
'Writes a set of rules as the next version of a bank account''s.';
