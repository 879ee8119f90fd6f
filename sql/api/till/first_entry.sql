-- The entry under which the money of a receipt came in: its own, or the first of its number before
-- the receipt was moved or applied anew.
CREATE FUNCTION ledger_api.first_entry(p_receipt_id bigint) RETURNS bigint
LANGUAGE plpgsql STABLE SECURITY INVOKER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    j integer := ledger.visible_jurisdiction();
BEGIN
    RETURN (
        SELECT c.entry_id
        FROM ledger.receipt AS o
        JOIN ledger.receipt AS c
            ON c.jurisdiction_id = j AND c.source = o.source AND c.number = o.number
            AND c.entry_id <= o.entry_id
        WHERE o.jurisdiction_id = j AND o.entry_id = p_receipt_id AND NOT EXISTS (
            SELECT FROM ledger.journal_entry AS r
            JOIN ledger.reversal AS v ON v.jurisdiction_id = j AND v.entry_id = r.id
            WHERE r.jurisdiction_id = j AND r.reverses_entry_id = (
                SELECT max(b.entry_id) FROM ledger.receipt AS b
                WHERE b.jurisdiction_id = j AND b.source = o.source AND b.number = o.number
                    AND b.entry_id < c.entry_id
            ) AND v.reason IN ('misapplied', 'reapplied', 'identified')
        )
        ORDER BY c.entry_id DESC
        LIMIT 1
    );
END $$;
COMMENT ON FUNCTION ledger_api.first_entry IS
'The entry under which the money of a receipt came in, however often it moved since.';
