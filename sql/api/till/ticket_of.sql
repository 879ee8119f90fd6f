-- The deposit that took the money of a receipt to the bank, under this entry or under an earlier
-- one of the same number that was misapplied or applied anew: NULL when none did, or when that
-- money was lost again in between.
CREATE FUNCTION ledger_api.ticket_of(p_receipt_id bigint) RETURNS bigint
LANGUAGE plpgsql STABLE SECURITY INVOKER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    j integer := ledger.visible_jurisdiction();
    v_entry record;
BEGIN
    FOR v_entry IN
        SELECT c.entry_id, v.reason, d.entry_id AS deposit_id
        FROM ledger.receipt AS o
        JOIN ledger.receipt AS c
            ON c.jurisdiction_id = j AND c.source = o.source AND c.number = o.number
            AND c.entry_id <= o.entry_id
        LEFT JOIN ledger.journal_entry AS r
            ON r.jurisdiction_id = j AND r.reverses_entry_id = c.entry_id
        LEFT JOIN ledger.reversal AS v ON v.jurisdiction_id = j AND v.entry_id = r.id
        LEFT JOIN ledger.deposit_receipt AS d
            ON d.jurisdiction_id = j AND d.receipt_id = c.entry_id
        WHERE o.jurisdiction_id = j AND o.entry_id = p_receipt_id
        ORDER BY c.entry_id DESC
    LOOP
        EXIT WHEN v_entry.entry_id < p_receipt_id
            AND (v_entry.reason IN ('misapplied', 'reapplied', 'identified')) IS NOT TRUE;
        IF v_entry.deposit_id IS NOT NULL THEN
            RETURN v_entry.deposit_id;
        END IF;
    END LOOP;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION ledger_api.ticket_of IS
'The deposit that took the money of a receipt to the bank, or NULL.';
