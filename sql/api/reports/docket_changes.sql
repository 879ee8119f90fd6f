-- What was changed of the debts of a docket after they were ordered, oldest first: why, by which
-- order and under which law.
CREATE FUNCTION ledger_api.docket_changes(p_reference text, p_on date, p_known_at timestamptz)
RETURNS TABLE (
    debt_no smallint,
    changed_on date,
    reason text,
    order_reference text,
    citation text,
    amount_cents bigint
)
LANGUAGE sql STABLE SECURITY INVOKER SET search_path = pg_catalog, pg_temp AS $$
    SELECT c.debt_no, e.effective_on, c.reason, c.order_reference,
        coalesce(g.citation, a.citation), c.amount_cents
    FROM ledger.docket_reference AS k
    JOIN ledger.debt_change AS c
        ON c.jurisdiction_id = k.jurisdiction_id AND c.docket_id = k.docket_id
    JOIN ledger.journal_entry AS e
        ON e.jurisdiction_id = c.jurisdiction_id AND e.id = c.entry_id
    JOIN ledger.authority AS a
        ON a.jurisdiction_id = e.jurisdiction_id AND a.id = e.authority_id
    LEFT JOIN ledger.change_citation AS g
        ON g.jurisdiction_id = c.jurisdiction_id AND g.entry_id = c.entry_id
    LEFT JOIN ledger.sealed_entry AS n
        ON n.jurisdiction_id = c.jurisdiction_id AND n.entry_id = c.entry_id
    WHERE k.jurisdiction_id = (SELECT ledger.visible_jurisdiction()) AND k.reference = p_reference
        AND e.effective_on <= p_on
        AND (p_known_at IS NULL OR n.number <= ledger_api.known_number(p_known_at))
    ORDER BY e.effective_on, c.entry_id, c.debt_no
$$;
COMMENT ON FUNCTION ledger_api.docket_changes IS
'What was changed of the debts of a docket after they were ordered, oldest first.';
