-- Gives back to the general account what it advanced for refunds, as far as recipients have made it
-- good. statement: fund, amount_cents (NULL: all that can be), effective_on.
CREATE FUNCTION ledger_api.repay_advances(p_commands jsonb) RETURNS SETOF ledger_api.reply
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    j integer := ledger_api.require_role('clerk');
    v_today date := ledger_api.court_today();
    v_item integer;
    v_command jsonb;
    v_reply ledger_api.reply;
    v_said record;
    v_purse integer;
    v_free bigint;
    v_cents bigint;
    v_posted date;
    v_code text;
    v_entry bigint;
BEGIN
    FOR v_item, v_command IN
        SELECT c.i, c.command
        FROM jsonb_array_elements(p_commands) WITH ORDINALITY AS c (command, i)
    LOOP
        SELECT * INTO v_said FROM jsonb_to_record(v_command -> 'statement') AS s (
            fund integer, amount_cents bigint, effective_on date
        );
        v_purse := ledger_api.lock_remitting_purses(j, v_said.fund);
        v_reply := ledger_api.replay(v_item, 'advance_repayment', v_command);
        IF v_reply.item IS NOT NULL THEN
            RETURN NEXT v_reply;
            CONTINUE;
        END IF;
        v_free := greatest(
            ledger_api.role_balance(j, v_purse, 'refund_advance')
            - ledger_api.recipients_owe(j, v_purse), 0
        );
        v_cents := coalesce(v_said.amount_cents, v_free);
        v_code := CASE
            WHEN v_purse IS NULL THEN 'LG801'
            WHEN v_said.amount_cents <= 0 THEN 'LG106'
            WHEN isfinite(v_said.effective_on) IS NOT TRUE THEN 'LG109'
            WHEN v_said.effective_on > v_today THEN 'LG105'
            WHEN v_cents > v_free OR v_cents = 0 THEN 'LG332'
            WHEN v_cents > ledger_api.role_balance(j, v_purse, 'bank') THEN 'LG407'
        END;
        IF v_code IS NOT NULL THEN
            RETURN NEXT ledger_api.refuse(
                v_item, 'advance_repayment', v_command, v_code,
                format('%s; made good %s', ledger_api.dollars(v_cents), ledger_api.dollars(v_free))
            );
            CONTINUE;
        END IF;
        v_posted := ledger_api.posting_day(j, ARRAY[v_said.fund], v_said.effective_on);
        v_entry := ledger_api.write_entry(
            'advance_repayment', v_command, v_said.effective_on, v_posted
        );
        INSERT INTO ledger.advance_repayment (jurisdiction_id, entry_id, fund_id, amount_cents)
        VALUES (j, v_entry, v_said.fund, v_cents);
        RETURN NEXT ledger_api.accept(
            v_item, v_entry, v_posted, ledger_api.move_drafts(j, v_purse, jsonb_build_array(
                jsonb_build_object(
                    'debit', 'refund_advance', 'credit', 'bank', 'cents', v_cents
                )
            )), NULL
        );
    END LOOP;
END $$;
COMMENT ON FUNCTION ledger_api.repay_advances IS
'Gives back to the general account what it advanced for refunds.';
