-- By when the debts of a docket are to be paid: the newest schedule of each, as known at a time.
CREATE FUNCTION ledger_api.docket_schedule(p_reference text, p_on date, p_known_at timestamptz)
RETURNS TABLE (debt_no smallint, number smallint, due_on date, amount_cents bigint)
LANGUAGE sql STABLE SECURITY INVOKER SET search_path = pg_catalog, pg_temp AS $$
    SELECT s.debt_no, s.number, s.due_on, s.amount_cents
    FROM (
        SELECT i.debt_no, i.number, i.due_on, i.amount_cents, i.entry_id,
            max(i.entry_id) OVER (PARTITION BY i.debt_no) AS newest
        FROM ledger.docket_reference AS k
        JOIN ledger.instalment AS i
            ON i.jurisdiction_id = k.jurisdiction_id AND i.docket_id = k.docket_id
        JOIN ledger.journal_entry AS e
            ON e.jurisdiction_id = i.jurisdiction_id AND e.id = i.entry_id
        LEFT JOIN ledger.sealed_entry AS n
            ON n.jurisdiction_id = i.jurisdiction_id AND n.entry_id = i.entry_id
        WHERE k.jurisdiction_id = (SELECT ledger.visible_jurisdiction())
            AND k.reference = p_reference AND e.effective_on <= p_on
            AND (p_known_at IS NULL OR n.number <= ledger_api.known_number(p_known_at))
    ) AS s
    WHERE s.entry_id = s.newest
    ORDER BY s.debt_no, s.number
$$;
COMMENT ON FUNCTION ledger_api.docket_schedule IS
'By when the debts of a docket are to be paid: the newest schedule of each.';
