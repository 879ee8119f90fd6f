-- Makes money that no debt of a docket takes payable to its payer, as after a conviction was
-- vacated. statement: docket, amount_cents, effective_on.
CREATE FUNCTION ledger_api.owe_refunds(p_commands jsonb) RETURNS SETOF ledger_api.reply
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    j integer := ledger_api.require_role('clerk');
    v_today date := ledger_api.court_today();
    v_item integer;
    v_command jsonb;
    v_reply ledger_api.reply;
    v_said record;
    v_fund integer;
    v_purse integer;
    v_unapplied bigint;
    v_posted date;
    v_code text;
    v_entry bigint;
BEGIN
    PERFORM ledger_api.lock_refund_books(j, ARRAY(
        SELECT (c -> 'statement' ->> 'docket')::bigint FROM jsonb_array_elements(p_commands) AS c
    ));
    FOR v_item, v_command IN
        SELECT c.i, c.command
        FROM jsonb_array_elements(p_commands) WITH ORDINALITY AS c (command, i)
    LOOP
        SELECT * INTO v_said FROM jsonb_to_record(v_command -> 'statement') AS s (
            docket bigint, amount_cents bigint, effective_on date
        );
        SELECT k.fund_id INTO v_fund FROM ledger.docket AS k
        WHERE k.jurisdiction_id = j AND k.entry_id = v_said.docket;
        v_purse := ledger_api.lock_remitting_purses(j, v_fund);
        v_reply := ledger_api.replay(v_item, 'refund', v_command);
        IF v_reply.item IS NOT NULL THEN
            RETURN NEXT v_reply;
            CONTINUE;
        END IF;
        v_unapplied := ledger_api.docket_money(j, v_said.docket, 'unapplied');
        v_code := CASE
            WHEN v_fund IS NULL THEN 'LG201'
            WHEN (v_said.amount_cents > 0) IS NOT TRUE THEN 'LG106'
            WHEN isfinite(v_said.effective_on) IS NOT TRUE THEN 'LG109'
            WHEN v_said.effective_on > v_today THEN 'LG105'
            WHEN NOT EXISTS (
                SELECT FROM ledger.vacatur AS x
                WHERE x.jurisdiction_id = j AND x.docket_id = v_said.docket
            ) THEN 'LG315'
            WHEN v_said.amount_cents > v_unapplied THEN 'LG330'
            WHEN EXISTS (
                SELECT FROM ledger_api.judge_dockets(
                    j, ARRAY[v_said.docket], ARRAY[NULL::smallint], ARRAY[NULL::smallint],
                    ARRAY[v_said.amount_cents]
                ) AS s WHERE s.code = 'LG318'
            ) THEN 'LG318'
        END;
        IF v_code IS NOT NULL THEN
            RETURN NEXT ledger_api.refuse(v_item, 'refund', v_command, v_code, format(
                '%s of docket %s, unapplied %s', ledger_api.dollars(v_said.amount_cents),
                v_said.docket, ledger_api.dollars(v_unapplied)
            ));
            CONTINUE;
        END IF;
        v_posted := ledger_api.posting_day(j, ARRAY[v_fund], v_said.effective_on);
        v_entry := ledger_api.write_entry(
            'refund', v_command, v_said.effective_on, v_posted, 'accepted', v_said.docket
        );
        INSERT INTO ledger.refund (
            jurisdiction_id, entry_id, docket_id, source, number, amount_cents
        )
        SELECT j, v_entry, v_said.docket, r.source, r.number, r.cents
        FROM ledger_api.refundable_receipts(j, v_said.docket, v_said.amount_cents) AS r;
        RETURN NEXT ledger_api.accept(
            v_item, v_entry, v_posted, ledger_api.move_drafts(j, v_purse, jsonb_build_array(
                jsonb_build_object('debit', 'unapplied', 'credit', 'refund_payable',
                    'cents', v_said.amount_cents)
            )), NULL
        );
    END LOOP;
END $$;
COMMENT ON FUNCTION ledger_api.owe_refunds IS
'Makes money that no debt of a docket takes payable to its payer.';
