-- Brings joint claims, and the debts through which they were paid, to how they were judged.
CREATE FUNCTION ledger_api.set_claims(
    j integer, p_states ledger_api.debt_state[], p_refused_dockets bigint[]
) RETURNS void
LANGUAGE plpgsql VOLATILE AS $$
#variable_conflict use_column
BEGIN
    WITH paid AS (
        SELECT q.docket_id, q.debt_no, q.applied_cents, q.held_cents, g.claim_id,
            q.applied_cents - g.applied_cents AS added, g.held_cents AS before
        FROM unnest(p_states) AS q
        JOIN ledger.debt_total AS t
            ON t.jurisdiction_id = j AND t.docket_id = q.docket_id AND t.debt_no = q.debt_no
        JOIN ledger.joint_total AS g ON g.jurisdiction_id = j AND g.claim_id = t.claim_id
        WHERE q.docket_id <> ALL (p_refused_dockets) AND g.held_cents <> q.held_cents
    ), of_dockets AS (
        UPDATE ledger.debt_total AS t
        SET applied_cents = t.applied_cents + p.added, held_cents = ARRAY(
            SELECT h.own + h.now - h.before
            FROM unnest(t.held_cents, p.held_cents, p.before) WITH ORDINALITY
                AS h (own, now, before, n)
            ORDER BY h.n
        )
        FROM paid AS p
        WHERE t.jurisdiction_id = j AND t.docket_id = p.docket_id AND t.debt_no = p.debt_no
    )
    UPDATE ledger.joint_total AS g
    SET applied_cents = p.applied_cents, held_cents = p.held_cents
    FROM paid AS p
    WHERE g.jurisdiction_id = j AND g.claim_id = p.claim_id;
END $$;
COMMENT ON FUNCTION ledger_api.set_claims IS
'Brings joint claims, and the debts through which they were paid, to how they were judged.';
