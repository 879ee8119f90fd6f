-- Writes who approved a proposal, with the entry by which it is done.
CREATE FUNCTION ledger_api.write_approval(j integer, p_entry_id bigint, p_proposal_id bigint)
RETURNS void
LANGUAGE plpgsql VOLATILE AS $$
BEGIN
    INSERT INTO ledger.approval (
        jurisdiction_id, entry_id, proposal_id, proposed_by, approved_by
    )
    SELECT j, p_entry_id, p.entry_id, e.principal_id, ledger_api.bound_principal()
    FROM ledger.proposal AS p
    JOIN ledger.journal_entry AS e ON e.jurisdiction_id = j AND e.id = p.entry_id
    WHERE p.jurisdiction_id = j AND p.entry_id = p_proposal_id;
END $$;
COMMENT ON FUNCTION ledger_api.write_approval IS
'Writes who approved a proposal, with the entry by which it is done.';
