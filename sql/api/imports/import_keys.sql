-- The request keys under which lines come again after an import that brought them was undone; the
-- keys of all other lines stay as they are. p_references, p_within: as for claim_collections.
CREATE FUNCTION ledger_api.import_keys(p_keys text[], p_references text[], p_within boolean[])
RETURNS text[]
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    j integer := ledger_api.require_role('clerk');
    v_keys text[] := p_keys;
    v_next text[];
BEGIN
    LOOP
        WITH undone AS MATERIALIZED (
            SELECT unnest(p.entry_ids) AS id, u.entry_id AS undo_id
            FROM ledger.import_undo AS u
            JOIN ledger.import_part AS p ON p.jurisdiction_id = j AND p.import_id = u.import_id
            WHERE u.jurisdiction_id = j
        )
        SELECT array_agg(coalesce(q.key || ':' || n.undo_id, q.key) ORDER BY q.i) INTO v_next
        FROM unnest(v_keys, p_references, p_within)
            WITH ORDINALITY AS q (key, reference, is_within, i)
        LEFT JOIN ledger.docket_reference AS d
            ON d.jurisdiction_id = j AND d.reference = q.reference AND q.is_within
        LEFT JOIN ledger.journal_entry AS e
            ON e.jurisdiction_id = j
            AND e.request_key = q.key || CASE WHEN q.is_within THEN ':' || d.docket_id ELSE '' END
        LEFT JOIN undone AS n ON n.id = e.id;
        EXIT WHEN v_next IS NOT DISTINCT FROM v_keys;
        v_keys := v_next;
    END LOOP;
    RETURN v_keys;
END $$;
COMMENT ON FUNCTION ledger_api.import_keys IS
'The request keys under which lines come again after their import was undone.';
