-- Erases references of dockets by order of a court, as proposed by another person. statement:
-- proposal, of the action expunge, whose own statement is {"docket": its entry, "order": the
-- court's order}. Money, entries and the commitment stay; nobody can open the commitment any more.
CREATE FUNCTION ledger_api.expunge_dockets(p_commands jsonb) RETURNS SETOF ledger_api.reply
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    j integer := ledger_api.require_role('approver', 'owner');
    v_today date := ledger_api.court_today();
    v_item integer;
    v_command jsonb;
    v_reply ledger_api.reply;
    v_proposal bigint;
    v_act jsonb;
    v_docket bigint;
    v_code text;
    v_entry bigint;
BEGIN
    FOR v_item, v_command IN
        SELECT c.i, c.command
        FROM jsonb_array_elements(p_commands) WITH ORDINALITY AS c (command, i)
    LOOP
        v_proposal := (v_command -> 'statement' ->> 'proposal')::bigint;
        v_code := ledger_api.judge_proposal(j, v_proposal, 'expunge');
        v_act := NULL;
        SELECT p.statement::jsonb INTO v_act
        FROM ledger.proposal AS p
        WHERE p.jurisdiction_id = j AND p.entry_id = v_proposal AND p.action = 'expunge';
        SELECT d.entry_id INTO v_docket
        FROM ledger.docket AS d
        WHERE d.jurisdiction_id = j AND d.entry_id = (v_act ->> 'docket')::bigint
        FOR UPDATE;
        v_reply := ledger_api.replay(v_item, 'expunction', v_command);
        IF v_reply.item IS NOT NULL THEN
            RETURN NEXT v_reply;
            CONTINUE;
        END IF;
        v_code := CASE
            WHEN v_code IS NOT NULL THEN v_code
            WHEN v_docket IS NULL THEN 'LG201'
            WHEN coalesce(length(v_act ->> 'order'), 0) NOT BETWEEN 1 AND 60 THEN 'LG108'
            WHEN EXISTS (
                SELECT FROM ledger.docket_expunction AS x
                WHERE x.jurisdiction_id = j AND x.docket_id = v_docket
            ) THEN 'LG209'
        END;
        IF v_code IS NOT NULL THEN
            RETURN NEXT ledger_api.refuse(v_item, 'expunction', v_command, v_code, format(
                'proposal %s, docket %s', v_proposal, v_act ->> 'docket'
            ));
            CONTINUE;
        END IF;
        v_entry := ledger_api.write_entry(
            'expunction', v_command, v_today, v_today, p_docket_id => v_docket
        );
        INSERT INTO ledger.docket_expunction (
            jurisdiction_id, entry_id, docket_id, order_reference
        ) VALUES (j, v_entry, v_docket, v_act ->> 'order');
        PERFORM ledger_api.write_approval(j, v_entry, v_proposal);
        DELETE FROM ledger.docket_reference AS r
        WHERE r.jurisdiction_id = j AND r.docket_id = v_docket;
        RETURN NEXT ledger_api.accept(v_item, v_entry, v_today, NULL, v_act ->> 'order');
    END LOOP;
END $$;
COMMENT ON FUNCTION ledger_api.expunge_dockets IS
'Erases references of dockets by order of a court, as proposed by another person.';
