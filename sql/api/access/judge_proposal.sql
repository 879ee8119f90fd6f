-- Why the acting person cannot approve a proposal now, or NULL. The row is locked, so that two
-- approvers cannot both be first.
CREATE FUNCTION ledger_api.judge_proposal(j integer, p_proposal_id bigint, p_action text)
RETURNS text
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    v_proposed_by integer;
BEGIN
    SELECT e.principal_id INTO v_proposed_by
    FROM ledger.proposal AS p
    JOIN ledger.journal_entry AS e ON e.jurisdiction_id = j AND e.id = p.entry_id
    WHERE p.jurisdiction_id = j AND p.entry_id = p_proposal_id AND p.action = p_action
    FOR UPDATE OF p;
    RETURN CASE
        WHEN NOT FOUND THEN 'LG701'
        WHEN EXISTS (
            SELECT FROM ledger.approval AS a
            WHERE a.jurisdiction_id = j AND a.proposal_id = p_proposal_id
        ) THEN 'LG702'
        WHEN v_proposed_by = ledger_api.bound_principal() THEN 'LG406'
    END;
END $$;
COMMENT ON FUNCTION ledger_api.judge_proposal IS
'Why the acting person cannot approve a proposal now, or NULL.';
