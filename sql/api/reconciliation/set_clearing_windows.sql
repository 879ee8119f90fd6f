-- Sets how long open lines of a bank account count as under way. statement: account, kind, days.
CREATE FUNCTION ledger_api.set_clearing_windows(p_commands jsonb) RETURNS SETOF ledger_api.reply
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    j integer := ledger_api.require_role('reconciler');
    v_today date := ledger_api.court_today();
    v_item integer;
    v_command jsonb;
    v_reply ledger_api.reply;
    v_account bigint;
    v_code text;
    v_entry bigint;
BEGIN
    FOR v_item, v_command IN
        SELECT c.i, c.command
        FROM jsonb_array_elements(p_commands) WITH ORDINALITY AS c (command, i)
    LOOP
        SELECT b.entry_id INTO v_account FROM ledger.bank_account AS b
        WHERE b.jurisdiction_id = j AND b.code = v_command -> 'statement' ->> 'account'
        FOR UPDATE;
        v_reply := ledger_api.replay(v_item, 'clearing_window', v_command);
        IF v_reply.item IS NOT NULL THEN
            RETURN NEXT v_reply;
            CONTINUE;
        END IF;
        v_code := CASE
            WHEN v_account IS NULL THEN 'LG901'
            WHEN (v_command -> 'statement' ->> 'kind' IN (
                'deposit', 'check', 'payment', 'bank_credit', 'bank_debit'
            ) AND (v_command -> 'statement' ->> 'days')::bigint BETWEEN 0 AND 3650) IS NOT TRUE
                THEN 'LG807'
        END;
        IF v_code IS NOT NULL THEN
            RETURN NEXT ledger_api.refuse(v_item, 'clearing_window', v_command, v_code,
                'deposit, check, payment, bank_credit or bank_debit; 0 to 3650 banking days');
            CONTINUE;
        END IF;
        v_entry := ledger_api.write_entry('clearing_window', v_command, v_today, v_today);
        INSERT INTO ledger.clearing_window (
            jurisdiction_id, entry_id, bank_account_id, kind, banking_days
        ) VALUES (
            j, v_entry, v_account, v_command -> 'statement' ->> 'kind',
            (v_command -> 'statement' ->> 'days')::integer
        );
        RETURN NEXT ledger_api.accept(v_item, v_entry, v_today, NULL, NULL);
    END LOOP;
END $$;
COMMENT ON FUNCTION ledger_api.set_clearing_windows IS
'Sets how long open lines of a bank account count as under way.';
