-- Sends on to one recipient everything that is due of what was received up to a day and released.
-- statement: fund, recipient, through, amount_cents (NULL, or what the caller expects the whole to
-- be), check_number (NULL: the next one for a restitution payee, none for others), effective_on.
CREATE FUNCTION ledger_api.record_remittances(p_commands jsonb) RETURNS SETOF ledger_api.reply
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    j integer := ledger_api.require_role('clerk');
    v_today date := ledger_api.court_today();
    v_item integer;
    v_command jsonb;
    v_reply ledger_api.reply;
    v_said record;
    v_purse integer;
    v_recipient ledger.recipient;
    v_due ledger_api.due_batch;
    v_least bigint;
    v_check bigint;
    v_code text;
BEGIN
    FOR v_item, v_command IN
        SELECT c.i, c.command
        FROM jsonb_array_elements(p_commands) WITH ORDINALITY AS c (command, i)
    LOOP
        SELECT * INTO v_said FROM jsonb_to_record(v_command -> 'statement') AS s (
            fund integer, recipient integer, through date, amount_cents bigint,
            check_number bigint, effective_on date
        );
        v_purse := ledger_api.lock_remitting_purses(j, v_said.fund);
        v_reply := ledger_api.replay(v_item, 'remittance', v_command);
        IF v_reply.item IS NOT NULL THEN
            RETURN NEXT v_reply;
            CONTINUE;
        END IF;
        SELECT r.* INTO v_recipient FROM ledger.recipient AS r
        WHERE r.jurisdiction_id = j AND r.id = v_said.recipient;
        SELECT * INTO v_due FROM ledger_api.due_batches(
            j, v_said.fund, v_said.through, coalesce(v_said.recipient, 0)
        );
        v_due.cents := coalesce(v_due.cents, 0);
        v_least := CASE WHEN v_due.is_payee THEN ledger_api.victim_minimum_cents() ELSE 0 END;
        v_check := coalesce(v_said.check_number, CASE WHEN v_due.is_payee
            THEN ledger_api.next_check_number(j, v_said.fund) END);
        v_code := CASE
            WHEN v_said.amount_cents <= 0 THEN 'LG106'
            WHEN (isfinite(v_said.effective_on) AND isfinite(v_said.through)) IS NOT TRUE
                THEN 'LG109'
            WHEN v_said.effective_on > v_today THEN 'LG105'
            WHEN v_said.through > v_said.effective_on THEN 'LG419'
            WHEN v_purse IS NULL THEN 'LG801'
            WHEN v_recipient.id IS NULL THEN 'LG803'
            WHEN v_said.amount_cents > v_due.cents THEN 'LG408'
            WHEN v_due.cents <= 0 THEN 'LG413'
            WHEN v_said.amount_cents < v_due.cents THEN 'LG412'
            WHEN v_due.cents < v_least THEN 'LG415'
            WHEN v_check <= 0 OR EXISTS (
                SELECT FROM ledger.check_issued AS k
                WHERE k.jurisdiction_id = j AND k.fund_id = v_said.fund AND k.number = v_check
            ) THEN 'LG416'
            WHEN v_due.cents > ledger_api.role_balance(j, v_purse, 'bank') THEN 'LG407'
        END;
        IF v_code IS NOT NULL THEN
            RETURN NEXT ledger_api.refuse(v_item, 'remittance', v_command, v_code, concat_ws(
                '; ', format(
                    '%s due to %s of what came up to %s', ledger_api.dollars(v_due.cents),
                    coalesce(v_recipient.code, 'nobody'), v_said.through
                ), CASE WHEN v_due.held_until IS NOT NULL THEN
                    format('%s held until %s', ledger_api.dollars(v_due.held_cents),
                        v_due.held_until) END,
                CASE v_code WHEN 'LG416' THEN format('check %s', v_check) END
            ));
            CONTINUE;
        END IF;
        RETURN NEXT ledger_api.write_remittance(
            j, v_item, v_command, v_purse, v_due, v_said.effective_on, v_check
        );
    END LOOP;
END $$;
COMMENT ON FUNCTION ledger_api.record_remittances IS
'Sends on to one recipient everything that is due of what was received up to a day and released.';
