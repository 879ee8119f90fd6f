-- Gives bank accounts rules of their own. statement: bank_account (entry), rules (each: name, pass,
-- kinds, days_before, days_after, tolerance_minor, may_confirm, difference_role). Locks the
-- account.
CREATE FUNCTION ledger_api.set_match_rules(p_commands jsonb) RETURNS SETOF ledger_api.reply
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    j integer := ledger_api.require_role('reconciler');
    v_today date := ledger_api.court_today();
    v_item integer;
    v_command jsonb;
    v_statement jsonb;
    v_reply ledger_api.reply;
    v_account bigint;
    v_rules jsonb;
    v_entry bigint;
    v_code text;
BEGIN
    FOR v_item, v_command IN
        SELECT c.i, c.command
        FROM jsonb_array_elements(p_commands) WITH ORDINALITY AS c (command, i)
    LOOP
        v_statement := v_command -> 'statement';
        SELECT b.entry_id INTO v_account FROM ledger.bank_account AS b
        WHERE b.jurisdiction_id = j
            AND b.entry_id = (v_statement ->> 'bank_account')::bigint FOR UPDATE;
        v_reply := ledger_api.replay(v_item, 'match_rules', v_command);
        IF v_reply.item IS NOT NULL THEN
            RETURN NEXT v_reply;
            CONTINUE;
        END IF;
        SELECT jsonb_agg(r.rule || jsonb_build_object('rule_no', r.i) ORDER BY r.i) INTO v_rules
        FROM jsonb_array_elements(v_statement -> 'rules') WITH ORDINALITY AS r (rule, i);
        v_code := CASE WHEN v_account IS NULL THEN 'LG901' WHEN v_rules IS NULL THEN 'LG926' END;
        IF v_code IS NULL THEN
            BEGIN
                v_entry := ledger_api.record_match_rules(j, v_command, v_account, v_rules);
            EXCEPTION WHEN check_violation OR not_null_violation OR data_exception THEN
                v_code := 'LG926';
            END;
        END IF;
        RETURN NEXT CASE
            WHEN v_code IS NULL THEN ledger_api.accept(v_item, v_entry, v_today, NULL, NULL)
            ELSE ledger_api.refuse(
                v_item, 'match_rules', v_command, v_code,
                'name, pass, kinds, days, tolerance_minor, may_confirm of each rule'
            )
        END;
    END LOOP;
END $$;
COMMENT ON FUNCTION ledger_api.set_match_rules IS 'Gives bank accounts rules of their own.';
