-- The proposals and ambiguities of a bank account that nobody decided and nothing overtook, each
-- with the name of its rule.
CREATE FUNCTION ledger_api.standing_proposals(j integer, p_bank_account_id bigint)
RETURNS TABLE (entry_id bigint, match_no integer, state text, name text)
LANGUAGE sql STABLE AS $$
    SELECT t.entry_id, t.match_no, t.state, r.name
    FROM ledger.match AS m
    JOIN ledger_api.match_state AS t
        ON t.jurisdiction_id = j AND t.entry_id = m.entry_id AND t.match_no = m.match_no
    JOIN ledger.match_pass AS p ON p.jurisdiction_id = j AND p.entry_id = m.pass_id
    JOIN ledger.match_rule AS r
        ON r.jurisdiction_id = j AND r.entry_id = p.rules_id AND r.rule_no = p.rule_no
    WHERE m.jurisdiction_id = j AND m.bank_account_id = p_bank_account_id
        AND m.state IN ('proposed', 'ambiguous') AND t.state IN ('proposed', 'ambiguous')
$$;
COMMENT ON FUNCTION ledger_api.standing_proposals IS
'The proposals and ambiguities of a bank account that nobody decided and nothing overtook.';
