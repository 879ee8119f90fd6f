-- Records instalments that became delinquent or went into default, each with its penalty, if any
-- (18 U.S.C. 3612(g)), and the day by which the debtor is notified; of one that was recorded
-- before, what late facts add to its penalty (negative: take off). One element of each array
-- per event; the cents must be what the database reckons by itself.
CREATE FUNCTION ledger_api.record_delinquencies(
    p_docket_ids bigint[],
    p_debts smallint[],
    p_due_on date[],
    p_stages text[],
    p_cents bigint[],
    p_notice_by date[],
    p_as_of date
) RETURNS SETOF ledger_api.reply
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
SET plan_cache_mode = force_custom_plan AS $$
#variable_conflict use_column
DECLARE
    j integer := ledger_api.require_role('clerk');
    v_is_future boolean := (p_as_of <= ledger_api.court_today()) IS NOT TRUE;
    v_events jsonb := '[]';
    v_event record;
    v_code text;
    v_ids bigint[];
BEGIN
    PERFORM FROM ledger.docket AS d
    WHERE d.jurisdiction_id = j AND d.entry_id = ANY (p_docket_ids)
    ORDER BY d.entry_id FOR UPDATE;
    PERFORM ledger_api.lock_dockets(j, p_docket_ids);
    FOR v_event IN
        SELECT u.i::integer AS item, u.docket, u.debt, u.due_on, u.stage, u.cents, u.notice_by,
            d.arose_on, d.principal_cents,
            d.arose_on + d.accelerated_due_days AS accelerated_due_on, d.penalty_no AS component,
            d.recorded_cents IS NOT NULL AS is_recorded, greatest(
                div(2 * d.principal_cents::numeric * d.penalty_millionths + 1000000, 2000000)
                    - coalesce(d.recorded_cents, 0), -d.room_cents
            ) AS due, r.rank, k.payment_order,
            row_number() OVER (
                PARTITION BY u.docket, u.debt, u.due_on, u.stage ORDER BY u.i
            ) AS place
        FROM unnest(p_docket_ids, p_debts, p_due_on, p_stages, p_cents, p_notice_by)
            WITH ORDINALITY AS u (docket, debt, due_on, stage, cents, notice_by, i)
        LEFT JOIN ledger_api.delinquencies_due(j, p_docket_ids, p_as_of) AS d
            ON d.docket_id = u.docket AND d.debt_no = u.debt AND d.due_on = u.due_on
            AND d.stage = u.stage
        LEFT JOIN ledger.docket AS k ON k.jurisdiction_id = j AND k.entry_id = u.docket
        LEFT JOIN ledger.payment_rank AS r
            ON r.jurisdiction_id = j AND r.payment_order = k.payment_order
            AND r.debt_kind = 'penalty'
        ORDER BY u.i
    LOOP
        v_code := CASE
            WHEN v_is_future THEN 'LG105'
            WHEN (v_event.cents = v_event.due AND v_event.place = 1
                AND v_event.notice_by BETWEEN v_event.arose_on AND v_event.arose_on + 21)
                IS NOT TRUE THEN 'LG224'
            WHEN v_event.due <> 0 AND v_event.rank IS NULL THEN 'LG304'
        END;
        IF v_code IS NOT NULL THEN
            RETURN NEXT ledger_api.refuse(
                v_event.item, 'penalty', jsonb_build_object('statement', jsonb_build_object(
                    'amount_cents', v_event.cents, 'debt', v_event.debt, 'docket', v_event.docket,
                    'due_on', v_event.due_on, 'stage', v_event.stage
                )), v_code, CASE v_code WHEN 'LG304' THEN format(
                    'docket %s: order %s has no place for penalty', v_event.docket,
                    v_event.payment_order
                ) ELSE format(
                    'docket %s, debt %s, due on %s: %s stated, %s reckoned', v_event.docket,
                    v_event.debt, v_event.due_on, ledger_api.dollars(v_event.cents),
                    ledger_api.dollars(v_event.due)
                ) END
            );
        ELSE
            v_events := v_events || to_jsonb(v_event);
        END IF;
    END LOOP;
    IF v_events = '[]' THEN
        RETURN;
    END IF;
    SELECT ledger_api.write_accruals(
        j, 'penalty', array_agg(e.docket), array_agg(e.debt), array_agg(e.component),
        array_agg('penalty'::text), array_agg(e.cents), array_agg(e.arose_on)
    ) INTO v_ids
    FROM jsonb_to_recordset(v_events) AS e (
        docket bigint, debt smallint, component smallint, cents bigint, arose_on date
    );
    INSERT INTO ledger.delinquency_event (
        jurisdiction_id, entry_id, docket_id, debt_no, due_on, stage, principal_cents,
        penalty_cents, notice_by, accelerated_due_on
    )
    SELECT j, v_ids[e.i], e.docket, e.debt, e.due_on, e.stage, e.principal_cents, e.cents,
        e.notice_by, e.accelerated_due_on
    FROM ROWS FROM (jsonb_to_recordset(v_events) AS (
        docket bigint, debt smallint, due_on date, stage text, principal_cents bigint,
        cents bigint, notice_by date, accelerated_due_on date, is_recorded boolean
    )) WITH ORDINALITY AS e (
        docket, debt, due_on, stage, principal_cents, cents, notice_by, accelerated_due_on,
        is_recorded, i
    )
    WHERE NOT e.is_recorded;
    INSERT INTO ledger.penalty_correction (
        jurisdiction_id, entry_id, docket_id, debt_no, due_on, stage, principal_cents,
        amount_cents
    )
    SELECT j, v_ids[e.i], e.docket, e.debt, e.due_on, e.stage, e.principal_cents, e.cents
    FROM ROWS FROM (jsonb_to_recordset(v_events) AS (
        docket bigint, debt smallint, due_on date, stage text, principal_cents bigint,
        cents bigint, is_recorded boolean
    )) WITH ORDINALITY AS e (
        docket, debt, due_on, stage, principal_cents, cents, is_recorded, i
    )
    WHERE e.is_recorded;
    RETURN QUERY
    SELECT (e.value ->> 'item')::integer, v_ids[e.i], 'accepted', false, NULL::text, NULL, NULL,
        NULL, NULL
    FROM jsonb_array_elements(v_events) WITH ORDINALITY AS e (value, i);
END $$;
COMMENT ON FUNCTION ledger_api.record_delinquencies IS
'Records instalments that became delinquent or went into default, and corrects their penalties.';
