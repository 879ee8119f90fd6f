-- Records what the court found of defendants' means. statement: docket, is_indigent, effective_on.
-- The newest finding of a docket holds for what is ordered after it.
CREATE FUNCTION ledger_api.record_findings(p_commands jsonb) RETURNS SETOF ledger_api.reply
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    j integer := ledger_api.require_role('clerk');
    v_today date := ledger_api.court_today();
    v_item integer;
    v_command jsonb;
    v_statement jsonb;
    v_reply ledger_api.reply;
    v_docket bigint;
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
        SELECT d.entry_id INTO v_docket
        FROM ledger.docket AS d
        WHERE d.jurisdiction_id = j AND d.entry_id = (v_statement ->> 'docket')::bigint
        FOR UPDATE;
        v_reply := ledger_api.replay(v_item, 'finding', v_command);
        IF v_reply.item IS NOT NULL THEN
            RETURN NEXT v_reply;
            CONTINUE;
        END IF;
        v_code := CASE
            WHEN v_docket IS NULL THEN 'LG201'
            WHEN isfinite(v_effective) IS NOT TRUE THEN 'LG109'
            WHEN v_effective > v_today THEN 'LG105'
        END;
        IF v_code IS NOT NULL THEN
            RETURN NEXT ledger_api.refuse(v_item, 'finding', v_command, v_code, format(
                'docket %s, found on %s', v_statement ->> 'docket', v_effective
            ));
            CONTINUE;
        END IF;
        v_entry := ledger_api.write_entry(
            'finding', v_command, v_effective, v_today, p_docket_id => v_docket
        );
        INSERT INTO ledger.indigency_finding (jurisdiction_id, entry_id, docket_id, is_indigent)
        VALUES (j, v_entry, v_docket, (v_statement ->> 'is_indigent')::boolean);
        RETURN NEXT ledger_api.accept(v_item, v_entry, v_today, NULL, NULL);
    END LOOP;
END $$;
COMMENT ON FUNCTION ledger_api.record_findings IS
'Records what the court found of defendants'' means; the newest finding of a docket holds.';
