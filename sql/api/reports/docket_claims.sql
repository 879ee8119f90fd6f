-- The joint claims that debts of a docket are part of.
CREATE FUNCTION ledger_api.docket_claims(p_reference text, p_on date, p_known_at timestamptz)
RETURNS TABLE (debt_no smallint, claim text)
LANGUAGE sql STABLE SECURITY INVOKER SET search_path = pg_catalog, pg_temp AS $$
    SELECT b.debt_no, c.reference
    FROM ledger.docket_reference AS k
    JOIN ledger.joint_debt AS b
        ON b.jurisdiction_id = k.jurisdiction_id AND b.docket_id = k.docket_id
    JOIN ledger.joint_claim AS c
        ON c.jurisdiction_id = b.jurisdiction_id AND c.entry_id = b.claim_id
    JOIN ledger.journal_entry AS e
        ON e.jurisdiction_id = b.jurisdiction_id AND e.id = b.entry_id
    LEFT JOIN ledger.sealed_entry AS n
        ON n.jurisdiction_id = b.jurisdiction_id AND n.entry_id = b.entry_id
    WHERE k.jurisdiction_id = (SELECT ledger.visible_jurisdiction()) AND k.reference = p_reference
        AND e.effective_on <= p_on
        AND (p_known_at IS NULL OR n.number <= ledger_api.known_number(p_known_at))
    ORDER BY b.debt_no
$$;
COMMENT ON FUNCTION ledger_api.docket_claims IS
'The joint claims that debts of a docket are part of.';
