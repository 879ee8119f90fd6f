-- Records money a fund received from outside its jurisdiction's own courts.
-- statement: purse, received_from, amount_cents, effective_on.
CREATE FUNCTION ledger_api.receive_fund_money(p_commands jsonb) RETURNS SETOF ledger_api.reply
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    j integer := ledger_api.require_role('grants', 'clerk');
    v_today date := ledger_api.court_today();
    v_item integer;
    v_command jsonb;
    v_statement jsonb;
    v_reply ledger_api.reply;
    v_cents bigint;
    v_effective date;
    v_posted date;
    v_code text;
    v_difference text;
    v_entry bigint;
    v_purse record;
BEGIN
    FOR v_item, v_command IN
        SELECT c.i, c.command
        FROM jsonb_array_elements(p_commands) WITH ORDINALITY AS c (command, i)
    LOOP
        v_statement := v_command -> 'statement';
        v_cents := (v_statement ->> 'amount_cents')::bigint;
        v_effective := (v_statement ->> 'effective_on')::date;
        SELECT w.*, f.kind AS fund_kind, f.code AS fund INTO v_purse
        FROM ledger.purse AS w
        JOIN ledger.fund AS f ON f.jurisdiction_id = j AND f.id = w.fund_id
        WHERE w.jurisdiction_id = j AND w.id = (v_statement ->> 'purse')::integer
        FOR UPDATE OF w;
        v_reply := ledger_api.replay(v_item, 'fund_receipt', v_command);
        IF v_reply.item IS NOT NULL THEN
            RETURN NEXT v_reply;
            CONTINUE;
        END IF;
        v_difference := ledger_api.postings_differ(j, v_command -> 'postings', jsonb_build_array(
            jsonb_build_object(
                'purse', v_purse.id, 'debit', 'cash', 'credit', 'revenue', 'cents', v_cents
            ), jsonb_build_object(
                'purse', v_purse.id, 'debit', 'resources', 'credit',
                CASE v_purse.fund_kind WHEN 'federal' THEN 'unapportioned' ELSE 'available' END,
                'cents', v_cents
            )
        ));
        v_code := CASE
            WHEN (v_cents > 0) IS NOT TRUE THEN 'LG106'
            WHEN isfinite(v_effective) IS NOT TRUE THEN 'LG109'
            WHEN v_effective > v_today THEN 'LG105'
            WHEN v_purse.id IS NULL OR v_purse.fund_kind LIKE 'custodial%' THEN 'LG806'
            WHEN coalesce(length(v_statement ->> 'received_from'), 0) NOT BETWEEN 1 AND 120
                THEN 'LG108'
            WHEN v_difference IS NOT NULL THEN 'LG310'
        END;
        IF v_code IS NOT NULL THEN
            RETURN NEXT ledger_api.refuse(v_item, 'fund_receipt', v_command, v_code, concat_ws(
                '; ', format(
                    '%s into %s', ledger_api.dollars(v_cents),
                    ledger_api.purse_name(j, (v_statement ->> 'purse')::integer)
                ),
                CASE v_code WHEN 'LG310' THEN v_difference END
            ));
            CONTINUE;
        END IF;
        v_posted := ledger_api.posting_day(j, ARRAY[v_purse.fund_id], v_effective);
        v_entry := ledger_api.write_entry(
            'fund_receipt', v_command, v_effective, v_posted, p_authority_id => NULL
        );
        INSERT INTO ledger.fund_receipt (
            jurisdiction_id, entry_id, purse_id, received_from, amount_cents
        ) VALUES (j, v_entry, v_purse.id, v_statement ->> 'received_from', v_cents);
        RETURN NEXT ledger_api.accept(
            v_item, v_entry, v_posted, v_command -> 'postings', NULL
        );
    END LOOP;
END $$;
COMMENT ON FUNCTION ledger_api.receive_fund_money IS
'Records money a fund received from outside its jurisdiction''s own courts.';
