-- Locks dockets, and the joint claims that they owe to, in an order that all writers keep.
CREATE FUNCTION ledger_api.lock_dockets(j integer, p_docket_ids bigint[]) RETURNS void
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    v_claims bigint[];
BEGIN
    -- A condition outside would be moved inside, and spare other rows their lock.
    SELECT array_agg(t.claim_id) FILTER (WHERE t.claim_id IS NOT NULL) INTO v_claims
    FROM (
        SELECT t.claim_id FROM ledger.debt_total AS t
        WHERE t.jurisdiction_id = j AND t.docket_id = ANY (p_docket_ids)
        ORDER BY t.docket_id, t.debt_no
        FOR UPDATE
    ) AS t;
    IF v_claims IS NOT NULL THEN
        PERFORM FROM ledger.joint_total AS g
        WHERE g.jurisdiction_id = j AND g.claim_id = ANY (v_claims)
        ORDER BY g.claim_id
        FOR UPDATE;
    END IF;
END $$;
COMMENT ON FUNCTION ledger_api.lock_dockets IS
'Locks dockets, and the joint claims that they owe to, in an order that all writers keep.';
