-- Lets the last signed period of an account change again; never by the person who reviewed it.
-- statement: account (of the bank), through, reason. Locks the bank accounts.
CREATE FUNCTION ledger_api.reopen_sign_offs(p_commands jsonb) RETURNS SETOF ledger_api.reply
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    j integer := ledger_api.require_role('approver', 'owner');
    v_today date := ledger_api.court_today();
    v_item integer;
    v_command jsonb;
    v_statement jsonb;
    v_reply ledger_api.reply;
    v_account integer;
    v_signed ledger.sign_off;
    v_last date;
    v_code text;
    v_entry bigint;
BEGIN
    FOR v_item, v_command IN
        SELECT c.i, c.command
        FROM jsonb_array_elements(p_commands) WITH ORDINALITY AS c (command, i)
    LOOP
        v_statement := v_command -> 'statement';
        v_account := ledger_api.named_account(j, v_statement ->> 'account');
        PERFORM FROM ledger.bank_account AS b
        WHERE b.jurisdiction_id = j AND b.account_id = v_account
        ORDER BY b.entry_id FOR UPDATE;
        v_reply := ledger_api.replay(v_item, 'sign_off_reopening', v_command);
        IF v_reply.item IS NOT NULL THEN
            RETURN NEXT v_reply;
            CONTINUE;
        END IF;
        v_last := (
            SELECT max(s.through) FROM ledger.signed_periods(j) AS s
            WHERE s.account_id = v_account
        );
        SELECT o.* INTO v_signed
        FROM ledger.signed_periods(j) AS s
        JOIN ledger.sign_off AS o ON o.jurisdiction_id = j AND o.entry_id = s.sign_off_id
        WHERE s.account_id = v_account AND s.through = (v_statement ->> 'through')::date;
        v_code := CASE
            WHEN v_account IS NULL THEN 'LG901'
            WHEN v_signed.entry_id IS NULL THEN 'LG956'
            WHEN v_signed.through < v_last THEN 'LG957'
            WHEN coalesce(length(v_statement ->> 'reason'), 0) NOT BETWEEN 1 AND 200
                THEN 'LG108'
            WHEN v_signed.reviewed_by = ledger_api.bound_principal() THEN 'LG406'
        END;
        IF v_code IS NOT NULL THEN
            RETURN NEXT ledger_api.refuse(v_item, 'sign_off_reopening', v_command, v_code,
                CASE v_code
                    WHEN 'LG108' THEN 'reason'
                    WHEN 'LG406' THEN 'who reviewed a period does not reopen it'
                    ELSE format('%s through %s, signed through %s', v_statement ->> 'account',
                        v_statement ->> 'through', coalesce(v_last::text, 'nothing'))
                END);
            CONTINUE;
        END IF;
        v_entry := ledger_api.write_entry('sign_off_reopening', v_command, v_today, v_today);
        INSERT INTO ledger.sign_off_reopening (
            jurisdiction_id, entry_id, sign_off_id, reviewed_by, reopened_by, reason
        ) VALUES (
            j, v_entry, v_signed.entry_id, v_signed.reviewed_by, ledger_api.bound_principal(),
            v_statement ->> 'reason'
        );
        RETURN NEXT ledger_api.accept(v_item, v_entry, v_today, NULL, NULL);
    END LOOP;
END $$;
COMMENT ON FUNCTION ledger_api.reopen_sign_offs IS
'Lets the last signed period of an account change again.';
