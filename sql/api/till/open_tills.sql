-- Opens tills. statement: till, fund, change_fund_cents, effective_on.
CREATE FUNCTION ledger_api.open_tills(p_commands jsonb) RETURNS SETOF ledger_api.reply
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    j integer := ledger_api.require_role('clerk');
    v_today date := ledger_api.court_today();
    v_item integer;
    v_command jsonb;
    v_statement jsonb;
    v_reply ledger_api.reply;
    v_till text;
    v_change bigint;
    v_effective date;
    v_posted date;
    v_code text;
    v_entry bigint;
    v_fund ledger.fund;
    v_last record;
BEGIN
    FOR v_item, v_command IN
        SELECT c.i, c.command
        FROM jsonb_array_elements(p_commands) WITH ORDINALITY AS c (command, i)
    LOOP
        v_statement := v_command -> 'statement';
        v_till := v_statement ->> 'till';
        v_change := (v_statement ->> 'change_fund_cents')::bigint;
        v_effective := (v_statement ->> 'effective_on')::date;
        SELECT f.* INTO v_fund FROM ledger.fund AS f
        WHERE f.jurisdiction_id = j AND f.id = (v_statement ->> 'fund')::integer;
        v_posted := ledger_api.hold_till(j, v_fund.id, v_till, v_effective);
        v_reply := ledger_api.replay(v_item, 'till_session', v_command);
        IF v_reply.item IS NOT NULL THEN
            RETURN NEXT v_reply;
            CONTINUE;
        END IF;
        SELECT * INTO v_last FROM ledger_api.last_session(j, v_till);
        v_code := CASE
            WHEN isfinite(v_effective) IS NOT TRUE THEN 'LG109'
            WHEN v_effective > v_today THEN 'LG105'
            WHEN (v_change >= 0) IS NOT TRUE THEN 'LG106'
            WHEN coalesce(length(v_till), 0) NOT BETWEEN 1 AND 60 THEN 'LG108'
            WHEN (v_fund.kind LIKE 'custodial%') IS NOT TRUE THEN 'LG801'
            WHEN NOT EXISTS (
                SELECT FROM ledger.account AS a
                WHERE a.jurisdiction_id = j AND a.fund_id = v_fund.id
                    AND a.role = 'cash_over_short'
            ) THEN 'LG112'
            WHEN v_last.session_id IS NOT NULL AND v_last.close_id IS NULL THEN 'LG321'
        END;
        IF v_code IS NOT NULL THEN
            RETURN NEXT ledger_api.refuse(v_item, 'till_session', v_command, v_code, concat_ws(
                ', ', format('till %s of fund %s', v_till, v_fund.code),
                'opened by entry ' || v_last.session_id
            ));
            CONTINUE;
        END IF;
        v_entry := ledger_api.write_entry('till_session', v_command, v_effective, v_posted);
        INSERT INTO ledger.till_session (
            jurisdiction_id, entry_id, fund_id, till, change_fund_cents, follows_close_id
        ) VALUES (j, v_entry, v_fund.id, v_till, v_change, v_last.close_id);
        RETURN NEXT ledger_api.accept(v_item, v_entry, v_posted, NULL, v_till);
    END LOOP;
END $$;
COMMENT ON FUNCTION ledger_api.open_tills IS
'Opens tills. statement: till, fund, change_fund_cents, effective_on.';
