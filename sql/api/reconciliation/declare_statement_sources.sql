-- Declares how the files of a source are read. statement: name, format, mapping (the text of the
-- declaration). The text that holds already is answered with its entry.
CREATE FUNCTION ledger_api.declare_statement_sources(p_commands jsonb)
RETURNS SETOF ledger_api.reply
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    j integer := ledger_api.require_role('reconciler');
    v_today date := ledger_api.court_today();
    v_item integer;
    v_command jsonb;
    v_statement jsonb;
    v_reply ledger_api.reply;
    v_last ledger.statement_source;
    v_entry bigint;
BEGIN
    FOR v_item, v_command IN
        SELECT c.i, c.command
        FROM jsonb_array_elements(p_commands) WITH ORDINALITY AS c (command, i)
    LOOP
        v_statement := v_command -> 'statement';
        PERFORM pg_advisory_xact_lock(hashtextextended(
            concat_ws(':', j, 'statement_source', v_statement ->> 'name'), 0
        ));
        v_reply := ledger_api.replay(v_item, 'statement_source', v_command);
        IF v_reply.item IS NOT NULL THEN
            RETURN NEXT v_reply;
            CONTINUE;
        END IF;
        SELECT * INTO v_last FROM ledger.statement_source AS s
        WHERE s.jurisdiction_id = j AND s.name = v_statement ->> 'name'
        ORDER BY s.version DESC LIMIT 1;
        IF v_last.mapping = v_statement ->> 'mapping' AND v_last.format = v_statement ->> 'format'
        THEN
            RETURN NEXT ROW(
                v_item, v_last.entry_id, 'accepted', true, v_last.version::text,
                NULL, NULL, NULL, NULL
            )::ledger_api.reply;
            CONTINUE;
        END IF;
        IF (v_statement ->> 'name' ~ '^[a-z0-9][a-z0-9_-]{0,39}$') IS NOT TRUE
            OR (v_statement ->> 'format' ~ '^[a-z0-9]{1,20}$') IS NOT TRUE
            OR coalesce(length(v_statement ->> 'mapping'), 0) NOT BETWEEN 1 AND 20000 THEN
            RETURN NEXT ledger_api.refuse(
                v_item, 'statement_source', v_command, 'LG108', 'name, format, mapping'
            );
            CONTINUE;
        END IF;
        v_entry := ledger_api.write_entry('statement_source', v_command, v_today, v_today);
        INSERT INTO ledger.statement_source (
            jurisdiction_id, entry_id, name, version, format, mapping
        ) VALUES (
            j, v_entry, v_statement ->> 'name', coalesce(v_last.version, 0) + 1,
            v_statement ->> 'format', v_statement ->> 'mapping'
        );
        RETURN NEXT ledger_api.accept(
            v_item, v_entry, v_today, NULL, (coalesce(v_last.version, 0) + 1)::text
        );
    END LOOP;
END $$;
COMMENT ON FUNCTION ledger_api.declare_statement_sources IS
'Declares how the files of a source are read.';
