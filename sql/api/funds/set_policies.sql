-- Records the court's choices where the law leaves one. statement: one value by each name; a name
-- that no setting has, and a value that it does not take, are refused.
CREATE FUNCTION ledger_api.set_policies(p_commands jsonb) RETURNS SETOF ledger_api.reply
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    j integer := ledger_api.require_role('owner');
    v_today date := ledger_api.court_today();
    v_item integer;
    v_command jsonb;
    v_reply ledger_api.reply;
    v_name text;
    v_entry bigint;
BEGIN
    FOR v_item, v_command IN
        SELECT c.i, c.command
        FROM jsonb_array_elements(p_commands) WITH ORDINALITY AS c (command, i)
    LOOP
        v_reply := ledger_api.replay(v_item, 'policy', v_command);
        v_name := (
            SELECT min(s.key COLLATE "C") FROM jsonb_each_text(v_command -> 'statement') AS s
            LEFT JOIN ledger_api.policy_defaults() AS d ON d.name = s.key
            WHERE (s.value ~ d.takes) IS NOT TRUE
        );
        IF v_reply.item IS NULL AND v_name IS NOT NULL THEN
            v_reply := ledger_api.refuse(v_item, 'policy', v_command, 'LG807', v_name);
        END IF;
        IF v_reply.item IS NOT NULL THEN
            RETURN NEXT v_reply;
            CONTINUE;
        END IF;
        v_entry := ledger_api.write_entry('policy', v_command, v_today, v_today);
        INSERT INTO ledger.policy (jurisdiction_id, entry_id, name, value)
        SELECT j, v_entry, s.key, s.value FROM jsonb_each_text(v_command -> 'statement') AS s;
        RETURN NEXT ledger_api.accept(v_item, v_entry, v_today, NULL, NULL);
    END LOOP;
END $$;
COMMENT ON FUNCTION ledger_api.set_policies IS
'Records the court''s choices where the law leaves one.';
