-- Adds to what is owed on a debt (negative: takes off) and, of a joint claim, to what stands as its
-- receivable: what its dockets owe together, never more than the loss. Answers by how much the
-- receivable changes.
CREATE FUNCTION ledger_api.add_to_owed(
    j integer, p_docket_id bigint, p_debt_no smallint, p_cents bigint
) RETURNS bigint
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    v_claim bigint;
    v_change bigint := p_cents;
BEGIN
    UPDATE ledger.debt_total AS t
    SET owed_cents = t.owed_cents + p_cents
    WHERE t.jurisdiction_id = j AND t.docket_id = p_docket_id AND t.debt_no = p_debt_no
    RETURNING t.claim_id INTO v_claim;
    IF v_claim IS NOT NULL THEN
        UPDATE ledger.joint_total AS g
        SET receivable_cents = n.cents
        FROM (
            SELECT k.receivable_cents AS before, least(k.loss_cents, (
                SELECT sum(t.owed_cents)
                FROM ledger.joint_debt AS b
                JOIN ledger.debt_total AS t
                    ON t.jurisdiction_id = j AND t.docket_id = b.docket_id
                    AND t.debt_no = b.debt_no
                WHERE b.jurisdiction_id = j AND b.claim_id = v_claim
            ))::bigint AS cents
            FROM ledger.joint_total AS k
            WHERE k.jurisdiction_id = j AND k.claim_id = v_claim
        ) AS n
        WHERE g.jurisdiction_id = j AND g.claim_id = v_claim
        RETURNING n.cents - n.before INTO v_change;
    END IF;
    RETURN v_change;
END $$;
COMMENT ON FUNCTION ledger_api.add_to_owed IS
'Adds to what is owed on a debt; answers by how much the receivable changes.';
