-- Says which files are about to be imported. statement: kind, source, file_name, file_digest (hex),
-- line_count, sum_cents. A file that was imported before and not undone keeps its entry.
CREATE FUNCTION ledger_api.open_imports(p_commands jsonb) RETURNS SETOF ledger_api.reply
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    j integer := ledger_api.require_role('clerk');
    v_today date := ledger_api.court_today();
    v_item integer;
    v_command jsonb;
    v_statement jsonb;
    v_digest bytea;
    v_known record;
    v_undone bigint;
    v_code text;
    v_entry bigint;
BEGIN
    FOR v_item, v_command IN
        SELECT c.i, c.command
        FROM jsonb_array_elements(p_commands) WITH ORDINALITY AS c (command, i)
    LOOP
        v_statement := v_command -> 'statement';
        v_digest := decode(v_statement ->> 'file_digest', 'hex');
        PERFORM pg_advisory_xact_lock(
            hashtextextended(concat_ws(':', j, 'import', v_statement ->> 'file_digest'), 0)
        );
        SELECT b.entry_id, b.source INTO v_known
        FROM ledger.import_batch AS b
        WHERE b.jurisdiction_id = j AND b.file_digest = v_digest
            AND b.kind = v_statement ->> 'kind' AND NOT EXISTS (
                SELECT FROM ledger.import_undo AS u
                WHERE u.jurisdiction_id = j AND u.import_id = b.entry_id
            );
        IF v_known.source = v_statement ->> 'source' THEN
            RETURN NEXT ROW(
                v_item, v_known.entry_id, 'accepted', true, NULL, NULL, NULL, NULL, NULL
            )::ledger_api.reply;
            CONTINUE;
        END IF;
        v_code := CASE
            WHEN v_known.entry_id IS NOT NULL THEN 'LG345'
            WHEN coalesce(length(v_statement ->> 'source'), 0) NOT BETWEEN 1 AND 60
                OR coalesce(length(v_statement ->> 'file_name'), 0) NOT BETWEEN 1 AND 120
                THEN 'LG108'
        END;
        -- A file that was undone may come again, under a key of its own.
        SELECT count(*) INTO v_undone
        FROM ledger.import_undo AS u
        JOIN ledger.import_batch AS b ON b.jurisdiction_id = j AND b.entry_id = u.import_id
        WHERE u.jurisdiction_id = j AND b.file_digest = v_digest;
        v_command := v_command || jsonb_build_object('key', CASE WHEN v_code IS NULL THEN
            concat_ws(':', 'import-file', v_statement ->> 'kind', v_statement ->> 'source',
                v_statement ->> 'file_digest', v_undone)
        END);
        IF v_code IS NOT NULL THEN
            RETURN NEXT ledger_api.refuse(v_item, 'import', v_command, v_code, CASE v_code
                WHEN 'LG345' THEN format('source %s', v_known.source) ELSE 'source, file name'
            END);
            CONTINUE;
        END IF;
        v_entry := ledger_api.write_entry('import', v_command, v_today, v_today);
        INSERT INTO ledger.import_batch (
            jurisdiction_id, entry_id, kind, source, file_name, file_digest, line_count, sum_cents
        ) VALUES (
            j, v_entry, v_statement ->> 'kind', v_statement ->> 'source',
            v_statement ->> 'file_name', v_digest, (v_statement ->> 'line_count')::bigint,
            (v_statement ->> 'sum_cents')::bigint
        );
        RETURN NEXT ledger_api.accept(v_item, v_entry, v_today, NULL, NULL);
    END LOOP;
END $$;
COMMENT ON FUNCTION ledger_api.open_imports IS 'Says which files are about to be imported.';
