-- What is ordered, applied and held on these dockets, debt by debt.
CREATE FUNCTION ledger_api.docket_debts(p_references text[])
RETURNS TABLE (
    docket_id bigint,
    debt_no smallint,
    kind text,
    rank smallint,
    is_gated boolean,
    is_gating boolean,
    ordered_cents bigint,
    applied_cents bigint,
    held_cents bigint[],
    share_plan_id bigint,
    authority_id integer,
    fund_id integer,
    payment_order text
)
LANGUAGE sql STABLE SECURITY INVOKER SET search_path = pg_catalog, pg_temp AS $$
    SELECT b.docket_id, b.debt_no, b.kind, b.rank, b.is_gated, b.is_gating, b.ordered_cents,
        t.applied_cents, t.held_cents, b.share_plan_id, b.authority_id, d.fund_id,
        d.payment_order
    FROM ledger.docket_reference AS r
    JOIN ledger.docket AS d
        ON d.jurisdiction_id = r.jurisdiction_id AND d.entry_id = r.docket_id
    JOIN ledger.debt AS b
        ON b.jurisdiction_id = r.jurisdiction_id AND b.docket_id = r.docket_id
    JOIN ledger.debt_total AS t
        ON t.jurisdiction_id = r.jurisdiction_id AND t.docket_id = b.docket_id
        AND t.debt_no = b.debt_no
    WHERE r.jurisdiction_id = (SELECT ledger.visible_jurisdiction())
        AND r.reference = ANY (p_references)
    ORDER BY b.docket_id, b.rank, b.debt_no
$$;
COMMENT ON FUNCTION ledger_api.docket_debts IS
'What is ordered, applied and held on these dockets, debt by debt.';
