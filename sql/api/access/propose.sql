-- Records acts that wait for a second person. statement: action, statement (the act as text).
-- What the act itself allows is judged when it is approved; a refund that could not be paid now is
-- not even proposed.
CREATE FUNCTION ledger_api.propose(p_commands jsonb) RETURNS SETOF ledger_api.reply
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    j integer := ledger_api.require_role('clerk', 'grants', 'reconciler', 'approver', 'owner');
    v_today date := ledger_api.court_today();
    v_item integer;
    v_command jsonb;
    v_reply ledger_api.reply;
    v_entry bigint;
    v_code text;
    v_detail text;
BEGIN
    FOR v_item, v_command IN
        SELECT c.i, c.command
        FROM jsonb_array_elements(p_commands) WITH ORDINALITY AS c (command, i)
    LOOP
        v_reply := ledger_api.replay(v_item, 'proposal', v_command);
        IF v_reply.item IS NULL AND coalesce(
            length(v_command -> 'statement' ->> 'statement'), 0
        ) NOT BETWEEN 1 AND 100000 THEN
            v_reply := ledger_api.refuse(v_item, 'proposal', v_command, 'LG108', 'statement');
        END IF;
        IF v_reply.item IS NULL AND v_command -> 'statement' ->> 'action' = 'refund_issue' THEN
            SELECT CASE WHEN s.refund ->> 'amount_cents' IS NULL THEN 'LG106' ELSE q.code END,
                q.detail INTO v_code, v_detail
            FROM (SELECT (v_command -> 'statement' ->> 'statement')::jsonb AS refund) AS s
            CROSS JOIN LATERAL ledger_api.judge_refund(j, s.refund) AS q;
            IF v_code IS NOT NULL THEN
                v_reply := ledger_api.refuse(v_item, 'proposal', v_command, v_code, v_detail);
            END IF;
        END IF;
        IF v_reply.item IS NOT NULL THEN
            RETURN NEXT v_reply;
            CONTINUE;
        END IF;
        v_entry := ledger_api.write_entry('proposal', v_command, v_today, v_today);
        INSERT INTO ledger.proposal (jurisdiction_id, entry_id, action, statement)
        VALUES (
            j, v_entry, v_command -> 'statement' ->> 'action',
            v_command -> 'statement' ->> 'statement'
        );
        RETURN NEXT ledger_api.accept(v_item, v_entry, v_today, NULL, v_entry::text);
    END LOOP;
END $$;
COMMENT ON FUNCTION ledger_api.propose IS 'Records acts that wait for a second person.';
