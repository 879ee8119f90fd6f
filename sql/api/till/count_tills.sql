-- Records what somebody counted in tills, without telling what was expected. statement: till,
-- cash_cents or else denomination_cents and pieces, check_cents, check_count, effective_on.
CREATE FUNCTION ledger_api.count_tills(p_commands jsonb) RETURNS SETOF ledger_api.reply
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    j integer := ledger_api.require_role('clerk', 'approver');
    v_today date := ledger_api.court_today();
    v_item integer;
    v_command jsonb;
    v_statement jsonb;
    v_reply ledger_api.reply;
    v_till text;
    v_worth integer[];
    v_pieces integer[];
    v_cash bigint;
    v_effective date;
    v_posted date;
    v_code text;
    v_entry bigint;
    v_session record;
BEGIN
    FOR v_item, v_command IN
        SELECT c.i, c.command
        FROM jsonb_array_elements(p_commands) WITH ORDINALITY AS c (command, i)
    LOOP
        v_statement := v_command -> 'statement';
        v_till := v_statement ->> 'till';
        v_effective := (v_statement ->> 'effective_on')::date;
        v_worth := ARRAY(
            SELECT t.v::integer
            FROM jsonb_array_elements_text(v_statement -> 'denomination_cents') AS t (v)
        );
        v_pieces := ARRAY(
            SELECT t.v::integer FROM jsonb_array_elements_text(v_statement -> 'pieces') AS t (v)
        );
        v_cash := CASE cardinality(v_worth)
            WHEN 0 THEN (v_statement ->> 'cash_cents')::bigint
            ELSE (
                SELECT sum(u.worth::bigint * u.pieces) FROM unnest(v_worth, v_pieces)
                    AS u (worth, pieces)
            )
        END;
        SELECT * INTO v_session FROM ledger_api.last_session(j, v_till);
        v_posted := ledger_api.hold_till(j, v_session.fund_id, v_till, v_effective);
        v_reply := ledger_api.replay(v_item, 'till_count', v_command);
        IF v_reply.item IS NOT NULL THEN
            RETURN NEXT v_reply;
            CONTINUE;
        END IF;
        SELECT * INTO v_session FROM ledger_api.last_session(j, v_till);
        v_code := CASE
            WHEN v_session.session_id IS NULL OR v_session.close_id IS NOT NULL THEN 'LG320'
            WHEN isfinite(v_effective) IS NOT TRUE THEN 'LG109'
            WHEN v_effective NOT BETWEEN v_session.opened_on AND v_today THEN 'LG105'
            WHEN (v_cash >= 0 AND 0 < ALL (v_worth) AND 0 <= ALL (v_pieces)) IS NOT TRUE
                OR cardinality(v_worth) <> cardinality(v_pieces)
                OR (v_statement ->> 'check_cents')::bigint < 0
                OR (v_statement ->> 'check_count')::integer < 0 THEN 'LG106'
        END;
        IF v_code IS NOT NULL THEN
            RETURN NEXT ledger_api.refuse(
                v_item, 'till_count', v_command, v_code, format('till %s', v_till)
            );
            CONTINUE;
        END IF;
        v_entry := ledger_api.write_entry('till_count', v_command, v_effective, v_posted);
        INSERT INTO ledger.till_count (
            jurisdiction_id, entry_id, session_id, counted_by, cash_cents, denomination_cents,
            pieces, check_cents, check_count
        ) VALUES (
            j, v_entry, v_session.session_id, ledger_api.bound_principal(), v_cash, v_worth,
            v_pieces, (v_statement ->> 'check_cents')::bigint,
            (v_statement ->> 'check_count')::integer
        );
        RETURN NEXT ledger_api.accept(v_item, v_entry, v_posted, NULL, v_till);
    END LOOP;
END $$;
COMMENT ON FUNCTION ledger_api.count_tills IS
'Records what somebody counted in tills, without telling what was expected.';
