-- A docket and what was ordered on it, in the order in which payments are applied, as known at a
-- time: one row per debt, or one without a debt.
CREATE FUNCTION ledger_api.docket_statement(p_reference text, p_known_at timestamptz)
RETURNS TABLE (
    opened_on date,
    judgment_on date,
    debt_no smallint,
    kind text,
    citation text,
    order_citation text,
    ordered_on date,
    ordered_cents bigint
)
LANGUAGE sql STABLE SECURITY INVOKER SET search_path = pg_catalog, pg_temp AS $$
    SELECT o.effective_on, d.judgment_on, b.debt_no, b.kind, b.citation, b.order_citation,
        b.ordered_on, b.ordered_cents
    FROM ledger.docket_reference AS r
    JOIN ledger.docket AS d
        ON d.jurisdiction_id = r.jurisdiction_id AND d.entry_id = r.docket_id
    JOIN ledger.journal_entry AS o
        ON o.jurisdiction_id = d.jurisdiction_id AND o.id = d.entry_id
    LEFT JOIN LATERAL (
        SELECT x.debt_no, x.kind, x.rank, a.citation, k.citation AS order_citation,
            e.effective_on AS ordered_on, x.ordered_cents
        FROM ledger.debt AS x
        JOIN ledger.authority AS a
            ON a.jurisdiction_id = x.jurisdiction_id AND a.id = x.authority_id
        JOIN ledger.payment_rank AS k
            ON k.jurisdiction_id = x.jurisdiction_id AND k.payment_order = d.payment_order
            AND k.debt_kind = x.kind
        JOIN ledger.journal_entry AS e
            ON e.jurisdiction_id = x.jurisdiction_id AND e.id = x.entry_id
        LEFT JOIN ledger.sealed_entry AS n
            ON n.jurisdiction_id = x.jurisdiction_id AND n.entry_id = x.entry_id
        WHERE x.jurisdiction_id = d.jurisdiction_id AND x.docket_id = d.entry_id
            AND (p_known_at IS NULL OR n.number <= ledger_api.known_number(p_known_at))
    ) AS b ON true
    WHERE r.jurisdiction_id = (SELECT ledger.bound_jurisdiction()) AND r.reference = p_reference
    ORDER BY b.rank, b.debt_no
$$;
COMMENT ON FUNCTION ledger_api.docket_statement IS
'A docket and what was ordered on it, in the order in which payments are applied.';
