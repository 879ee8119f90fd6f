-- Locks a bank account, names the rule of a run by its number, and sees to it that the open lines
-- are gathered in this session. The rules of a run are those of its first pass. A NULL rule: there
-- are no further ones.
CREATE FUNCTION ledger_api.begin_match_pass(
    j integer, p_bank_account_id bigint, p_run_key text, p_rule_no integer, p_as_of date
) RETURNS ledger.match_rule
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    v_account ledger.bank_account;
    v_rules bigint;
    v_rule ledger.match_rule;
    v_is_ready boolean := false;
BEGIN
    SELECT * INTO v_account FROM ledger.bank_account AS b
    WHERE b.jurisdiction_id = j AND b.entry_id = p_bank_account_id FOR UPDATE;
    IF v_account.entry_id IS NULL THEN
        PERFORM ledger.raise_refusal('LG901', format('bank account %s', p_bank_account_id));
    END IF;
    SELECT min(p.rules_id) INTO v_rules FROM ledger.match_pass AS p
    WHERE p.jurisdiction_id = j AND p.bank_account_id = p_bank_account_id
        AND p.run_key = p_run_key;
    v_rules := coalesce(v_rules, ledger_api.match_rules_in_force(j, p_bank_account_id));
    SELECT * INTO v_rule FROM ledger.match_rule AS r
    WHERE r.jurisdiction_id = j AND r.entry_id = v_rules AND r.rule_no = p_rule_no;
    IF v_rule.entry_id IS NULL THEN
        RETURN NULL;
    END IF;
    IF to_regclass('pg_temp.m_run') IS NOT NULL THEN
        SELECT bool_and(c.relowner = 'redress_schema'::regrole) INTO v_is_ready
        FROM pg_class AS c
        WHERE c.relnamespace = pg_my_temp_schema() AND c.relname ~ '^m_';
        v_is_ready := v_is_ready AND EXISTS (
            SELECT FROM m_run AS r
            WHERE r.jurisdiction_id = j AND r.bank_account_id = p_bank_account_id
                AND r.run_key = p_run_key AND r.stamp = ledger_api.match_stamp(j)
        );
    END IF;
    IF NOT v_is_ready THEN
        PERFORM ledger_api.open_match_lines(j, v_account, NULL, p_as_of, false, ARRAY(
            SELECT r.name FROM ledger.match_rule AS r
            WHERE r.jurisdiction_id = j AND r.entry_id = v_rules AND r.rule_no < p_rule_no
        ));
        INSERT INTO m_run VALUES (j, p_bank_account_id, p_run_key, 0, (
            SELECT max(e.id) FROM ledger.journal_entry AS e WHERE e.jurisdiction_id = j
        ), ledger_api.match_stamp(j));
    END IF;
    RETURN v_rule;
END $$;
COMMENT ON FUNCTION ledger_api.begin_match_pass IS
'Locks a bank account, names the rule of a run, and gathers the open lines in this session.';
