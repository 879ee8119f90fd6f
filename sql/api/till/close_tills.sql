-- Closes tills that two people have counted since money last moved there, cash and, where any came
-- in, checks. What they agree on is compared with what should be there; the differences are posted.
-- statement: till, effective_on.
CREATE FUNCTION ledger_api.close_tills(p_commands jsonb) RETURNS SETOF ledger_api.reply
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    j integer := ledger_api.require_role('clerk', 'approver');
    v_today date := ledger_api.court_today();
    v_item integer;
    v_command jsonb;
    v_statement jsonb;
    v_reply ledger_api.reply;
    v_till text;
    v_effective date;
    v_posted date;
    v_code text;
    v_entry bigint;
    v_session record;
    v_expected record;
    v_counted integer;
    v_first ledger.till_count;
    v_second ledger.till_count;
    v_check_cents bigint;
    v_check_count integer;
BEGIN
    FOR v_item, v_command IN
        SELECT c.i, c.command
        FROM jsonb_array_elements(p_commands) WITH ORDINALITY AS c (command, i)
    LOOP
        v_statement := v_command -> 'statement';
        v_till := v_statement ->> 'till';
        v_effective := (v_statement ->> 'effective_on')::date;
        SELECT * INTO v_session FROM ledger_api.last_session(j, v_till);
        v_posted := ledger_api.hold_till(j, v_session.fund_id, v_till, v_effective);
        v_reply := ledger_api.replay(v_item, 'till_close', v_command);
        IF v_reply.item IS NOT NULL THEN
            RETURN NEXT v_reply;
            CONTINUE;
        END IF;
        SELECT * INTO v_session FROM ledger_api.last_session(j, v_till);
        SELECT * INTO v_expected FROM ledger_api.till_expected(v_session.session_id);
        SELECT count(*) INTO v_counted FROM ledger.till_count AS c
        WHERE c.jurisdiction_id = j AND c.session_id = v_session.session_id
            AND c.entry_id > v_expected.last_id;
        v_second := NULL;
        v_first := NULL;
        SELECT * INTO v_second
        FROM ledger_api.last_counts(j, v_session.session_id, v_expected.last_id) LIMIT 1;
        SELECT * INTO v_first
        FROM ledger_api.last_counts(j, v_session.session_id, v_expected.last_id) OFFSET 1 LIMIT 1;
        v_code := CASE
            WHEN v_session.session_id IS NULL OR v_session.close_id IS NOT NULL THEN 'LG320'
            WHEN isfinite(v_effective) IS NOT TRUE THEN 'LG109'
            WHEN v_effective NOT BETWEEN v_session.opened_on AND v_today THEN 'LG105'
            WHEN v_counted < 2 THEN 'LG323'
            WHEN v_first.entry_id IS NULL THEN 'LG406'
            WHEN v_expected.took_checks AND num_nulls(
                v_first.check_cents, v_first.check_count, v_second.check_cents,
                v_second.check_count
            ) > 0 THEN 'LG319'
            WHEN v_first.cash_cents <> v_second.cash_cents
                OR coalesce(v_first.check_cents, 0) <> coalesce(v_second.check_cents, 0)
                OR coalesce(v_first.check_count, 0) <> coalesce(v_second.check_count, 0)
                THEN 'LG322'
        END;
        IF v_code IS NOT NULL THEN
            RETURN NEXT ledger_api.refuse(v_item, 'till_close', v_command, v_code, concat_ws(
                ', ', format('till %s', v_till), (
                    SELECT 'counted by ' || string_agg(p.login, ' and ' ORDER BY p.login)
                    FROM ledger.principal AS p
                    WHERE p.id IN (v_first.counted_by, v_second.counted_by)
                )
            ));
            CONTINUE;
        END IF;
        v_check_cents := coalesce(v_first.check_cents, 0);
        v_check_count := coalesce(v_first.check_count, 0);
        v_entry := ledger_api.write_entry('till_close', v_command, v_effective, v_posted);
        INSERT INTO ledger.till_close (
            jurisdiction_id, entry_id, session_id, first_count_id, first_counted_by,
            second_count_id, second_counted_by, expected_cents, counted_cents
        ) VALUES (
            j, v_entry, v_session.session_id, v_first.entry_id, v_first.counted_by,
            v_second.entry_id, v_second.counted_by, v_expected.cash_cents, v_first.cash_cents
        );
        INSERT INTO ledger.till_check_close (
            jurisdiction_id, entry_id, expected_cents, expected_count, counted_cents, counted_count
        )
        SELECT j, v_entry, v_expected.check_cents, v_expected.check_count, v_check_cents,
            v_check_count
        WHERE v_expected.took_checks OR v_check_cents > 0 OR v_check_count > 0;
        RETURN NEXT ledger_api.accept(
            v_item, v_entry, v_posted,
            ledger_api.over_short_posting(j, v_session.fund_id, ARRAY[
                v_first.cash_cents - v_expected.cash_cents,
                v_check_cents - v_expected.check_cents
            ]), v_till
        );
    END LOOP;
END $$;
COMMENT ON FUNCTION ledger_api.close_tills IS
'Closes tills that two people have counted since money last moved there.';
