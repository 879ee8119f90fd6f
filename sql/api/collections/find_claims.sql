-- The joint claims of these references, locked, after the dockets, so that a debt can be ordered on
-- them: what their debts owe together and what of the loss stands as receivable.
CREATE FUNCTION ledger_api.find_claims(p_references text[], p_docket_ids bigint[])
RETURNS TABLE (
    claim_id bigint, share_plan_id bigint, loss_cents bigint, owed_cents bigint,
    receivable_cents bigint
)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
    j integer := ledger_api.require_role('clerk');
    v_claims bigint[] := ARRAY(
        SELECT c.entry_id FROM ledger.joint_claim AS c
        WHERE c.jurisdiction_id = j AND c.reference = ANY (p_references)
    );
BEGIN
    PERFORM FROM ledger.docket AS d
    WHERE d.jurisdiction_id = j AND d.entry_id = ANY (p_docket_ids)
    ORDER BY d.entry_id FOR UPDATE;
    PERFORM FROM ledger.joint_total AS t
    WHERE t.jurisdiction_id = j AND t.claim_id = ANY (v_claims)
    ORDER BY t.claim_id FOR UPDATE;
    RETURN QUERY
    SELECT c.entry_id, c.share_plan_id, t.loss_cents, ledger_api.owed_on_claim(j, c.entry_id),
        t.receivable_cents
    FROM ledger.joint_claim AS c
    JOIN ledger.joint_total AS t ON t.jurisdiction_id = j AND t.claim_id = c.entry_id
    WHERE c.jurisdiction_id = j AND c.entry_id = ANY (v_claims)
    ORDER BY c.entry_id;
END $$;
COMMENT ON FUNCTION ledger_api.find_claims IS
'The joint claims of these references, locked, so that a debt can be ordered on them.';
