-- Says by when a debt is to be paid, part by part. statement: docket, debt, instalments, a list of
-- {due_on, amount_cents} that adds up to what is still owed. The newest schedule of a debt holds.
CREATE FUNCTION ledger_api.schedule_debts(p_commands jsonb) RETURNS SETOF ledger_api.reply
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    j integer := ledger_api.require_role('clerk');
    v_today date := ledger_api.court_today();
    v_item integer;
    v_command jsonb;
    v_statement jsonb;
    v_reply ledger_api.reply;
    v_docket ledger.docket;
    v_left bigint;
    v_plan record;
    v_code text;
    v_entry bigint;
BEGIN
    FOR v_item, v_command IN
        SELECT c.i, c.command
        FROM jsonb_array_elements(p_commands) WITH ORDINALITY AS c (command, i)
    LOOP
        v_statement := v_command -> 'statement';
        SELECT d.* INTO v_docket
        FROM ledger.docket AS d
        WHERE d.jurisdiction_id = j AND d.entry_id = (v_statement ->> 'docket')::bigint;
        v_left := NULL;
        SELECT t.owed_cents - t.applied_cents INTO v_left
        FROM ledger.debt_total AS t
        WHERE t.jurisdiction_id = j AND t.docket_id = v_docket.entry_id
            AND t.debt_no = (v_statement ->> 'debt')::smallint
        FOR UPDATE;
        v_reply := ledger_api.replay(v_item, 'schedule', v_command);
        IF v_reply.item IS NOT NULL THEN
            RETURN NEXT v_reply;
            CONTINUE;
        END IF;
        SELECT count(*) AS parts, sum(x.cents) AS cents, bool_and(x.cents > 0) AS is_positive,
            bool_and(
                isfinite(x.due_on) AND x.due_on >= v_docket.judgment_on
                AND (x.due_on > x.before) IS NOT FALSE
            ) AS is_in_order
        INTO v_plan
        FROM (
            SELECT (i.part ->> 'amount_cents')::bigint AS cents, (i.part ->> 'due_on')::date
                AS due_on, lag((i.part ->> 'due_on')::date) OVER (ORDER BY i.n) AS before
            FROM jsonb_array_elements(v_statement -> 'instalments') WITH ORDINALITY AS i (part, n)
        ) AS x;
        v_code := CASE
            WHEN v_docket.entry_id IS NULL THEN 'LG201'
            WHEN v_left IS NULL THEN 'LG203'
            WHEN v_plan.is_positive IS FALSE THEN 'LG106'
            WHEN v_plan.cents IS DISTINCT FROM v_left OR v_plan.parts > 1200 THEN 'LG215'
            WHEN v_plan.is_in_order IS NOT TRUE THEN 'LG216'
        END;
        IF v_code IS NOT NULL THEN
            RETURN NEXT ledger_api.refuse(v_item, 'schedule', v_command, v_code, format(
                'docket %s, debt %s: %s instalments of %s in all, %s owed',
                v_statement ->> 'docket', v_statement ->> 'debt', v_plan.parts,
                ledger_api.dollars(coalesce(v_plan.cents, 0)),
                ledger_api.dollars(v_left)
            ));
            CONTINUE;
        END IF;
        v_entry := ledger_api.write_entry(
            'schedule', v_command, v_today, v_today, p_docket_id => v_docket.entry_id
        );
        INSERT INTO ledger.instalment (
            jurisdiction_id, entry_id, docket_id, debt_no, number, due_on, amount_cents
        )
        SELECT j, v_entry, v_docket.entry_id, (v_statement ->> 'debt')::smallint, i.n,
            (i.part ->> 'due_on')::date, (i.part ->> 'amount_cents')::bigint
        FROM jsonb_array_elements(v_statement -> 'instalments') WITH ORDINALITY AS i (part, n);
        RETURN NEXT ledger_api.accept(v_item, v_entry, v_today, NULL, NULL);
    END LOOP;
END $$;
COMMENT ON FUNCTION ledger_api.schedule_debts IS
'Says by when a debt is to be paid, part by part; the newest schedule of a debt holds.';
