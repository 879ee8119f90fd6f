-- On what findings the amounts ordered on a docket rest, debt by debt, as known at a time.
CREATE FUNCTION ledger_api.docket_grounds(p_reference text, p_on date, p_known_at timestamptz)
RETURNS TABLE (debt_no smallint, grade text, counts smallint, count_basis text, priors smallint)
LANGUAGE sql STABLE SECURITY INVOKER SET search_path = pg_catalog, pg_temp AS $$
    SELECT b.debt_no, b.grade, b.counts, g.count_basis, g.priors
    FROM ledger.docket_reference AS k
    JOIN ledger.debt AS b
        ON b.jurisdiction_id = k.jurisdiction_id AND b.docket_id = k.docket_id
    JOIN ledger.debt_ground AS g
        ON g.jurisdiction_id = b.jurisdiction_id AND g.docket_id = b.docket_id
        AND g.debt_no = b.debt_no
    JOIN ledger.journal_entry AS e
        ON e.jurisdiction_id = b.jurisdiction_id AND e.id = b.entry_id
    LEFT JOIN ledger.sealed_entry AS n
        ON n.jurisdiction_id = b.jurisdiction_id AND n.entry_id = b.entry_id
    WHERE k.jurisdiction_id = (SELECT ledger.visible_jurisdiction()) AND k.reference = p_reference
        AND e.effective_on <= p_on
        AND (p_known_at IS NULL OR n.number <= ledger_api.known_number(p_known_at))
    ORDER BY b.debt_no
$$;
COMMENT ON FUNCTION ledger_api.docket_grounds IS
'On what findings the amounts ordered on a docket rest, debt by debt.';
