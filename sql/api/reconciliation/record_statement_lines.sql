-- Brings lines of statements that this transaction recorded; answers how many. One element of each
-- array per line, per reference and per return; the latter two name their line by its place.
CREATE FUNCTION ledger_api.record_statement_lines(
    p_statement_ids bigint[],
    p_ordinals integer[],
    p_booked_on date[],
    p_value_on date[],
    p_amounts_minor bigint[],
    p_currencies text[],
    p_statuses text[],
    p_type_codes text[],
    p_texts text[],
    p_first_bytes bigint[],
    p_end_bytes bigint[],
    p_reference_lines integer[],
    p_reference_nos smallint[],
    p_reference_kinds text[],
    p_reference_keys text[],
    p_return_lines integer[],
    p_return_nos smallint[],
    p_return_kinds text[],
    p_reason_codes text[],
    p_original_traces text[],
    p_return_traces text[]
) RETURNS integer
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
SET plan_cache_mode = force_custom_plan AS $$
DECLARE
    j integer := ledger_api.require_role('clerk', 'reconciler');
    v_today date := ledger_api.court_today();
    v_entry bigint;
BEGIN
    IF cardinality(p_statement_ids) = 0 THEN
        RETURN 0;
    END IF;
    IF EXISTS (
        SELECT FROM (SELECT DISTINCT u.id FROM unnest(p_statement_ids) AS u (id)) AS u
        LEFT JOIN ledger.statement AS s ON s.jurisdiction_id = j AND s.entry_id = u.id
        LEFT JOIN ledger.journal_tail AS t ON t.jurisdiction_id = j AND t.entry_id = s.entry_id
        WHERE t.written_by IS DISTINCT FROM pg_current_xact_id()
    ) THEN
        PERFORM ledger.raise_refusal('LG907', 'lines come with their statement only');
    END IF;
    v_entry := ledger_api.write_entry('statement_lines', '{"statement": {}}', v_today, v_today);
    INSERT INTO ledger.statement_line (
        jurisdiction_id, entry_id, statement_id, ordinal, booked_on, value_on, amount_minor,
        currency, status, type_code, text, first_byte, end_byte
    )
    SELECT j, v_entry, u.* FROM unnest(
        p_statement_ids, p_ordinals, p_booked_on, p_value_on, p_amounts_minor, p_currencies,
        p_statuses, p_type_codes, p_texts, p_first_bytes, p_end_bytes
    ) AS u;
    INSERT INTO ledger.statement_reference (
        jurisdiction_id, entry_id, statement_id, ordinal, reference_no, kind, key
    )
    SELECT j, v_entry, p_statement_ids[u.line], p_ordinals[u.line], u.no, u.kind, u.key
    FROM unnest(p_reference_lines, p_reference_nos, p_reference_kinds, p_reference_keys)
        AS u (line, no, kind, key);
    INSERT INTO ledger.statement_return (
        jurisdiction_id, entry_id, statement_id, ordinal, return_no, kind, reason_code,
        original_trace, return_trace
    )
    SELECT j, v_entry, p_statement_ids[u.line], p_ordinals[u.line], u.no, u.kind, u.reason,
        u.original, u.trace
    FROM unnest(
        p_return_lines, p_return_nos, p_return_kinds, p_reason_codes, p_original_traces,
        p_return_traces
    ) AS u (line, no, kind, reason, original, trace);
    RETURN cardinality(p_statement_ids);
END $$;
COMMENT ON FUNCTION ledger_api.record_statement_lines IS
'Brings lines of statements that this transaction recorded; answers how many.';
