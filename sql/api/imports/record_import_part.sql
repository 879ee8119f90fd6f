-- Ties what this transaction accepted so far to the file that it came from; answers how many
-- entries these are. Called once, at the end of the transaction.
CREATE FUNCTION ledger_api.record_import_part(p_import_id bigint) RETURNS bigint
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    j integer := ledger_api.require_role('clerk');
    v_today date := ledger_api.court_today();
    v_batch ledger.import_batch;
    v_ids bigint[];
    v_entry bigint;
BEGIN
    SELECT * INTO v_batch FROM ledger.import_batch AS b
    WHERE b.jurisdiction_id = j AND b.entry_id = p_import_id AND NOT EXISTS (
        SELECT FROM ledger.import_undo AS u
        WHERE u.jurisdiction_id = j AND u.import_id = p_import_id
    );
    IF NOT FOUND THEN
        PERFORM ledger.raise_refusal('LG346', p_import_id::text);
    END IF;
    SELECT array_agg(e.id ORDER BY e.id) INTO v_ids
    FROM ledger.journal_tail AS t
    JOIN ledger.journal_entry AS e ON e.jurisdiction_id = j AND e.id = t.entry_id
    LEFT JOIN ledger.receipt AS c ON c.jurisdiction_id = j AND c.entry_id = t.entry_id
    WHERE t.jurisdiction_id = j AND t.written_by = pg_current_xact_id()
        AND e.outcome = 'accepted' AND CASE v_batch.kind
            WHEN 'collection' THEN c.source = v_batch.source
            ELSE e.kind IN ('docket', 'assessment')
        END;
    IF v_ids IS NULL THEN
        RETURN 0;
    END IF;
    v_entry := ledger_api.write_entry(
        'import_part', '{"statement": {}}', v_today, v_today
    );
    INSERT INTO ledger.import_part (jurisdiction_id, entry_id, import_id, entry_ids)
    VALUES (j, v_entry, p_import_id, v_ids);
    RETURN cardinality(v_ids);
END $$;
COMMENT ON FUNCTION ledger_api.record_import_part IS
'Ties what this transaction accepted so far to the file that it came from.';
