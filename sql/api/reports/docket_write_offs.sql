-- What is no longer expected of the debts of a docket: the newest decision of each.
CREATE FUNCTION ledger_api.docket_write_offs(p_reference text, p_on date, p_known_at timestamptz)
RETURNS TABLE (debt_no smallint, written_on date, amount_cents bigint)
LANGUAGE sql STABLE SECURITY INVOKER SET search_path = pg_catalog, pg_temp AS $$
    SELECT s.debt_no, s.effective_on, s.amount_cents
    FROM (
        SELECT DISTINCT ON (w.debt_no) w.debt_no, e.effective_on, w.amount_cents
        FROM ledger.docket_reference AS k
        JOIN ledger.write_off AS w
            ON w.jurisdiction_id = k.jurisdiction_id AND w.docket_id = k.docket_id
        JOIN ledger.journal_entry AS e
            ON e.jurisdiction_id = w.jurisdiction_id AND e.id = w.entry_id
        LEFT JOIN ledger.sealed_entry AS n
            ON n.jurisdiction_id = w.jurisdiction_id AND n.entry_id = w.entry_id
        WHERE k.jurisdiction_id = (SELECT ledger.visible_jurisdiction())
            AND k.reference = p_reference AND e.effective_on <= p_on
            AND (p_known_at IS NULL OR n.number <= ledger_api.known_number(p_known_at))
        ORDER BY w.debt_no, w.entry_id DESC
    ) AS s
    WHERE s.amount_cents > 0
$$;
COMMENT ON FUNCTION ledger_api.docket_write_offs IS
'What is no longer expected of the debts of a docket: the newest decision of each.';
