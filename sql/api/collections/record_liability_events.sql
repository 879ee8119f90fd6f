-- Records by what liability can end: a release from prison or a death. statement: docket, kind,
-- effective_on.
CREATE FUNCTION ledger_api.record_liability_events(p_commands jsonb)
RETURNS SETOF ledger_api.reply
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    j integer := ledger_api.require_role('clerk');
    v_today date := ledger_api.court_today();
    v_item integer;
    v_command jsonb;
    v_statement jsonb;
    v_reply ledger_api.reply;
    v_docket record;
    v_died_on date;
    v_effective date;
    v_code text;
    v_entry bigint;
BEGIN
    FOR v_item, v_command IN
        SELECT c.i, c.command
        FROM jsonb_array_elements(p_commands) WITH ORDINALITY AS c (command, i)
    LOOP
        v_statement := v_command -> 'statement';
        v_effective := (v_statement ->> 'effective_on')::date;
        SELECT d.entry_id, d.judgment_on INTO v_docket FROM ledger.docket AS d
        WHERE d.jurisdiction_id = j AND d.entry_id = (v_statement ->> 'docket')::bigint;
        PERFORM ledger_api.lock_dockets(j, ARRAY[v_docket.entry_id]);
        SELECT min(e.effective_on) INTO v_died_on
        FROM ledger.liability_event AS v
        JOIN ledger.journal_entry AS e ON e.jurisdiction_id = j AND e.id = v.entry_id
        WHERE v.jurisdiction_id = j AND v.docket_id = v_docket.entry_id AND v.kind = 'died';
        v_reply := ledger_api.replay(v_item, 'liability_event', v_command);
        IF v_reply.item IS NOT NULL THEN
            RETURN NEXT v_reply;
            CONTINUE;
        END IF;
        v_code := CASE
            WHEN v_docket.entry_id IS NULL THEN 'LG201'
            WHEN isfinite(v_effective) IS NOT TRUE THEN 'LG109'
            WHEN v_effective > v_today THEN 'LG105'
            WHEN (v_statement ->> 'kind' IN ('released', 'died')) IS NOT TRUE THEN 'LG229'
            WHEN v_effective < v_docket.judgment_on OR v_effective > v_died_on THEN 'LG230'
        END;
        IF v_code IS NOT NULL THEN
            RETURN NEXT ledger_api.refuse(v_item, 'liability_event', v_command, v_code, format(
                'docket %s: %s on %s; judgment on %s, died on %s', v_statement ->> 'docket',
                v_statement ->> 'kind', v_statement ->> 'effective_on', v_docket.judgment_on,
                coalesce(v_died_on::text, 'no day')
            ));
            CONTINUE;
        END IF;
        v_entry := ledger_api.write_entry(
            'liability_event', v_command, v_effective, v_today, 'accepted', v_docket.entry_id
        );
        INSERT INTO ledger.liability_event (jurisdiction_id, entry_id, docket_id, kind)
        VALUES (j, v_entry, v_docket.entry_id, v_statement ->> 'kind');
        RETURN NEXT ledger_api.accept(v_item, v_entry, v_today, NULL, NULL);
    END LOOP;
END $$;
COMMENT ON FUNCTION ledger_api.record_liability_events IS
'Records by what liability can end: a release from prison or a death.';
