-- What was given back of the receipts of a docket, or is payable to its payer, check by check.
CREATE FUNCTION ledger_api.docket_refunds(p_reference text, p_on date, p_known_at timestamptz)
RETURNS TABLE (receipt text, given_on date, amount_cents bigint)
LANGUAGE sql STABLE SECURITY INVOKER SET search_path = pg_catalog, pg_temp AS $$
    SELECT f.number, e.effective_on, f.amount_cents
    FROM ledger.docket_reference AS k
    JOIN ledger.refund AS f
        ON f.jurisdiction_id = k.jurisdiction_id AND f.docket_id = k.docket_id
    JOIN ledger.journal_entry AS e
        ON e.jurisdiction_id = f.jurisdiction_id AND e.id = f.entry_id
    LEFT JOIN ledger.sealed_entry AS n
        ON n.jurisdiction_id = f.jurisdiction_id AND n.entry_id = f.entry_id
    WHERE k.jurisdiction_id = (SELECT ledger.visible_jurisdiction())
        AND k.reference = p_reference AND e.effective_on <= p_on
        AND (p_known_at IS NULL OR n.number <= ledger_api.known_number(p_known_at))
    ORDER BY f.entry_id, f.source COLLATE "C", f.number COLLATE "C"
$$;
COMMENT ON FUNCTION ledger_api.docket_refunds IS
'What was given back of the receipts of a docket, or is payable to its payer, check by check.';
