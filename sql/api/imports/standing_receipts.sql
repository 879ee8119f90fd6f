-- The receipts of an import that stand, in their own entry or in that which re-application gave
-- them. A receipt that a person took back is no longer the import's.
CREATE FUNCTION ledger_api.standing_receipts(j integer, p_import_id bigint)
RETURNS TABLE (entry_id bigint, docket_id bigint)
LANGUAGE sql STABLE AS $$
    SELECT DISTINCT s.entry_id, e.docket_id
    FROM ledger.import_part AS p
    CROSS JOIN LATERAL unnest(p.entry_ids) AS b (id)
    JOIN ledger.journal_entry AS e ON e.jurisdiction_id = j AND e.id = b.id
    JOIN ledger.receipt AS c ON c.jurisdiction_id = j AND c.entry_id = b.id
    JOIN ledger.receipt AS s
        ON s.jurisdiction_id = j AND s.source = c.source AND s.number = c.number
    JOIN ledger.journal_entry AS f
        ON f.jurisdiction_id = j AND f.id = s.entry_id AND f.docket_id = e.docket_id
    WHERE p.jurisdiction_id = j AND p.import_id = p_import_id
        AND (s.entry_id = c.entry_id OR EXISTS (
            SELECT FROM ledger.reversal AS r
            WHERE r.jurisdiction_id = j AND r.reverses_entry_id = c.entry_id
                AND r.reason = 'reapplied'
        )) AND NOT EXISTS (
            SELECT FROM ledger.journal_entry AS r
            WHERE r.jurisdiction_id = j AND r.reverses_entry_id = s.entry_id
        )
$$;
COMMENT ON FUNCTION ledger_api.standing_receipts IS 'The receipts of an import that stand.';
