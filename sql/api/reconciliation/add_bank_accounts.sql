-- Registers bank accounts, or a further number by which files name one. statement: code, fund,
-- currency, salt, commitment (hex), last_four.
CREATE FUNCTION ledger_api.add_bank_accounts(p_commands jsonb) RETURNS SETOF ledger_api.reply
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    j integer := ledger_api.require_role('owner');
    v_today date := ledger_api.court_today();
    v_item integer;
    v_command jsonb;
    v_statement jsonb;
    v_reply ledger_api.reply;
    v_known ledger.bank_account;
    v_account integer;
    v_code text;
    v_entry bigint;
BEGIN
    FOR v_item, v_command IN
        SELECT c.i, c.command
        FROM jsonb_array_elements(p_commands) WITH ORDINALITY AS c (command, i)
    LOOP
        v_statement := v_command -> 'statement';
        PERFORM pg_advisory_xact_lock(hashtextextended(
            concat_ws(':', j, 'bank_account', v_statement ->> 'code'), 0
        ));
        v_reply := ledger_api.replay(v_item, 'bank_account', v_command);
        IF v_reply.item IS NOT NULL THEN
            RETURN NEXT v_reply;
            CONTINUE;
        END IF;
        SELECT min(a.id) INTO v_account FROM ledger.account AS a
        WHERE a.jurisdiction_id = j AND a.role IN ('bank', 'cash')
            AND a.fund_id = (v_statement ->> 'fund')::integer;
        SELECT * INTO v_known FROM ledger.bank_account AS b
        WHERE b.jurisdiction_id = j AND b.code = v_statement ->> 'code';
        v_code := CASE
            WHEN (v_statement ->> 'code' ~ '^[a-z0-9][a-z0-9_-]{0,39}$') IS NOT TRUE
                OR (v_statement ->> 'currency' ~ '^[A-Z]{3}$') IS NOT TRUE
                OR coalesce(length(v_statement ->> 'last_four'), 0) NOT BETWEEN 1 AND 4
                OR (length(v_statement ->> 'salt') = 32) IS NOT TRUE
                OR (length(v_statement ->> 'commitment') = 64) IS NOT TRUE THEN 'LG108'
            WHEN v_account IS NULL THEN 'LG801'
            WHEN v_known.account_id <> v_account
                OR v_known.currency <> v_statement ->> 'currency' THEN 'LG804'
        END;
        IF v_code IS NOT NULL THEN
            RETURN NEXT ledger_api.refuse(
                v_item, 'bank_account', v_command, v_code,
                'code, currency, number, fund with a bank or cash account'
            );
            CONTINUE;
        END IF;
        v_entry := ledger_api.write_entry('bank_account', v_command, v_today, v_today);
        IF v_known.entry_id IS NULL THEN
            INSERT INTO ledger.bank_account (jurisdiction_id, entry_id, code, account_id, currency)
            VALUES (
                j, v_entry, v_statement ->> 'code', v_account, v_statement ->> 'currency'
            );
        END IF;
        INSERT INTO ledger.bank_account_number (
            jurisdiction_id, entry_id, bank_account_id, salt, commitment, last_four
        ) VALUES (
            j, v_entry, coalesce(v_known.entry_id, v_entry), decode(v_statement ->> 'salt', 'hex'),
            decode(v_statement ->> 'commitment', 'hex'), v_statement ->> 'last_four'
        );
        RETURN NEXT ledger_api.accept(v_item, v_entry, v_today, NULL, v_statement ->> 'code');
    END LOOP;
END $$;
COMMENT ON FUNCTION ledger_api.add_bank_accounts IS
'Registers bank accounts, or a further number by which files name one.';
