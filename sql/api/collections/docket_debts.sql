-- What is owed, applied and held on these dockets, by reference or identity, debt by debt. A joint
-- debt is owed as far as its claim is still open, and its shares hold what they hold of the whole
-- claim (18 U.S.C. 3664(h)).
CREATE FUNCTION ledger_api.docket_debts(
    p_references text[], p_docket_ids bigint[] DEFAULT '{}'
)
RETURNS TABLE (
    docket_id bigint,
    debt_no smallint,
    kind text,
    rank smallint,
    is_gated boolean,
    is_gating boolean,
    owed_cents bigint,
    applied_cents bigint,
    held_cents bigint[],
    share_plan_id bigint,
    authority_id integer,
    fund_id integer,
    payment_order text,
    claim_id bigint
)
LANGUAGE sql STABLE SECURITY INVOKER SET search_path = pg_catalog, pg_temp AS $$
    SELECT b.docket_id, b.debt_no, b.kind, b.rank, b.is_gated, b.is_gating,
        CASE WHEN g.claim_id IS NULL THEN t.owed_cents
            ELSE least(t.owed_cents, t.applied_cents + g.loss_cents - g.applied_cents) END,
        t.applied_cents, CASE WHEN g.claim_id IS NULL THEN t.held_cents ELSE g.held_cents END,
        b.share_plan_id, b.authority_id, d.fund_id, d.payment_order, t.claim_id
    FROM (
        SELECT r.jurisdiction_id, r.docket_id
        FROM ledger.docket_reference AS r
        WHERE r.jurisdiction_id = (SELECT ledger.visible_jurisdiction())
            AND r.reference = ANY (p_references)
        UNION ALL
        SELECT (SELECT ledger.visible_jurisdiction()), u.id FROM unnest(p_docket_ids) AS u (id)
    ) AS k
    JOIN ledger.docket AS d
        ON d.jurisdiction_id = k.jurisdiction_id AND d.entry_id = k.docket_id
    JOIN ledger.debt AS b
        ON b.jurisdiction_id = k.jurisdiction_id AND b.docket_id = k.docket_id
    JOIN ledger.debt_total AS t
        ON t.jurisdiction_id = k.jurisdiction_id AND t.docket_id = b.docket_id
        AND t.debt_no = b.debt_no
    LEFT JOIN ledger.joint_total AS g
        ON g.jurisdiction_id = k.jurisdiction_id AND g.claim_id = t.claim_id
    ORDER BY b.docket_id, b.rank, b.debt_no
$$;
COMMENT ON FUNCTION ledger_api.docket_debts IS
'What is owed, applied and held on these dockets, debt by debt.';
