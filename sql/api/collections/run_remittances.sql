-- Sends on to every recipient what is due of what was received up to a day and released: one
-- remittance each, under the one key of the batch. Who owes the court, or is due less than the
-- least check, is left for a later batch. statement: fund, through, first_check (NULL: the number
-- after the last), effective_on.
CREATE FUNCTION ledger_api.run_remittances(p_commands jsonb) RETURNS SETOF ledger_api.reply
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    j integer := ledger_api.require_role('clerk');
    v_today date := ledger_api.court_today();
    v_item integer;
    v_command jsonb;
    v_reply ledger_api.reply;
    v_said record;
    v_purse integer;
    v_sent ledger_api.due_batch[];
    v_due ledger_api.due_batch;
    v_total bigint;
    v_check bigint;
    v_code text;
    v_posted date;
    v_run bigint;
BEGIN
    FOR v_item, v_command IN
        SELECT c.i, c.command
        FROM jsonb_array_elements(p_commands) WITH ORDINALITY AS c (command, i)
    LOOP
        SELECT * INTO v_said FROM jsonb_to_record(v_command -> 'statement') AS s (
            fund integer, through date, first_check bigint, effective_on date
        );
        v_purse := ledger_api.lock_remitting_purses(j, v_said.fund);
        v_reply := ledger_api.replay(v_item, 'remittance_run', v_command);
        IF v_reply.item IS NOT NULL THEN
            RETURN NEXT v_reply;
            CONTINUE;
        END IF;
        SELECT array_agg(b ORDER BY b.recipient COLLATE "C"), coalesce(sum(b.cents), 0)
        INTO v_sent, v_total
        FROM ledger_api.due_batches(j, v_said.fund, v_said.through) AS b
        WHERE b.cents > 0
            AND (NOT b.is_payee OR b.cents >= ledger_api.victim_minimum_cents());
        v_check := coalesce(v_said.first_check, ledger_api.next_check_number(j, v_said.fund));
        v_code := CASE
            WHEN (isfinite(v_said.effective_on) AND isfinite(v_said.through)) IS NOT TRUE
                THEN 'LG109'
            WHEN v_said.effective_on > v_today THEN 'LG105'
            WHEN v_said.through > v_said.effective_on THEN 'LG419'
            WHEN v_purse IS NULL THEN 'LG801'
            WHEN v_check <= 0 OR EXISTS (
                SELECT FROM ledger.check_issued AS k
                WHERE k.jurisdiction_id = j AND k.fund_id = v_said.fund
                    AND k.number >= v_check
                    AND k.number < v_check
                        + (SELECT count(*) FROM unnest(v_sent) AS b WHERE b.is_payee)
            ) THEN 'LG416'
            WHEN v_total > 0 AND v_total > ledger_api.role_balance(j, v_purse, 'bank') THEN 'LG407'
        END;
        IF v_code IS NOT NULL THEN
            RETURN NEXT ledger_api.refuse(v_item, 'remittance_run', v_command, v_code, format(
                '%s to %s recipients of what came up to %s, first check %s',
                ledger_api.dollars(v_total), coalesce(cardinality(v_sent), 0), v_said.through,
                v_check
            ));
            CONTINUE;
        END IF;
        v_posted := ledger_api.posting_day(j, ARRAY[v_said.fund], v_said.effective_on);
        v_run := ledger_api.write_entry(
            'remittance_run', v_command, v_said.effective_on, v_posted
        );
        INSERT INTO ledger.remittance_run (jurisdiction_id, entry_id, fund_id, through)
        VALUES (j, v_run, v_said.fund, v_said.through);
        FOREACH v_due IN ARRAY coalesce(v_sent, '{}') LOOP
            v_reply := ledger_api.write_remittance(
                j, v_item, '{"statement": {}}'::jsonb
                    || jsonb_build_object('memo', v_command ->> 'memo'),
                v_purse, v_due, v_said.effective_on, CASE WHEN v_due.is_payee THEN v_check END
            );
            v_check := v_check + v_due.is_payee::integer;
            INSERT INTO ledger.run_remittance (jurisdiction_id, entry_id, remittance_id)
            VALUES (j, v_run, v_reply.entry_id);
        END LOOP;
        PERFORM ledger_api.carry_unsent(j, v_run, v_said.fund);
        RETURN NEXT ledger_api.accept(v_item, v_run, v_posted, NULL, v_said.through::text);
    END LOOP;
END $$;
COMMENT ON FUNCTION ledger_api.run_remittances IS
'Sends on to every recipient what is due of what was received up to a day and released.';
