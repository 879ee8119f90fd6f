-- Records at which rate debts bear interest and how the court limited it, 18 U.S.C. 3612(f).
-- statement: docket, debt, rate_millionths, first_liable_on, cap_cents, ends_on, is_waived, order.
-- Without an order nothing is limited, and a rate once recorded stays.
CREATE FUNCTION ledger_api.set_interest_terms(p_commands jsonb) RETURNS SETOF ledger_api.reply
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    j integer := ledger_api.require_role('clerk');
    v_today date := ledger_api.court_today();
    v_item integer;
    v_command jsonb;
    v_reply ledger_api.reply;
    v_term ledger.interest_term;
    v_debt record;
    v_earliest date;
    v_before record;
    v_code text;
    v_entry bigint;
BEGIN
    FOR v_item, v_command IN
        SELECT c.i, c.command
        FROM jsonb_array_elements(p_commands) WITH ORDINALITY AS c (command, i)
    LOOP
        SELECT j, 0, x.* INTO v_term FROM jsonb_to_record(v_command -> 'statement') AS x (
            docket bigint, debt smallint, rate_millionths integer, first_liable_on date,
            cap_cents bigint, ends_on date, is_waived boolean, "order" text
        );
        PERFORM ledger_api.lock_dockets(j, ARRAY[v_term.docket_id]);
        SELECT s.* INTO v_debt
        FROM ledger_api.debt_standing(j, v_term.docket_id, v_term.debt_no) AS s;
        v_reply := ledger_api.replay(v_item, 'interest_term', v_command);
        IF v_reply.item IS NOT NULL THEN
            RETURN NEXT v_reply;
            CONTINUE;
        END IF;
        SELECT v_debt.judgment_on + a.value::integer INTO v_earliest
        FROM ledger.authority_term AS a
        WHERE a.jurisdiction_id = j AND a.authority_id = v_debt.authority_id
            AND a.name = 'interest_from_day' AND v_debt.kind IN ('fine', 'restitution');
        SELECT t.rate_millionths INTO v_before FROM ledger.interest_term AS t
        WHERE t.jurisdiction_id = j AND t.docket_id = v_term.docket_id
            AND t.debt_no = v_term.debt_no
        ORDER BY t.entry_id DESC LIMIT 1;
        v_code := CASE
            WHEN v_debt.docket_id IS NULL THEN 'LG201'
            WHEN v_debt.debt_no IS NULL THEN 'LG203'
            WHEN v_earliest IS NULL THEN 'LG226'
            -- No weekend with its holidays lasts longer.
            WHEN (v_term.rate_millionths BETWEEN 0 AND 1000000
                AND v_term.first_liable_on BETWEEN v_earliest AND v_earliest + 3
                AND extract(isodow FROM v_term.first_liable_on) < 6
                AND coalesce(v_term.cap_cents, 0) >= 0
                AND isfinite(coalesce(v_term.ends_on, v_today))) IS NOT TRUE THEN 'LG225'
            WHEN NOT EXISTS (
                SELECT FROM ledger.docket AS k
                JOIN ledger.payment_rank AS r
                    ON r.jurisdiction_id = j AND r.payment_order = k.payment_order
                    AND r.debt_kind = v_debt.kind || '_interest'
                WHERE k.jurisdiction_id = j AND k.entry_id = v_term.docket_id
            ) THEN 'LG304'
            WHEN coalesce(length(v_term.order_reference), 1) NOT BETWEEN 1 AND 60 THEN 'LG108'
            WHEN v_term.order_reference IS NULL AND (
                v_term.is_waived OR v_term.cap_cents IS NOT NULL OR v_term.ends_on IS NOT NULL
                OR v_before.rate_millionths <> v_term.rate_millionths
            ) THEN 'LG223'
        END;
        IF v_code IS NOT NULL THEN
            RETURN NEXT ledger_api.refuse(v_item, 'interest_term', v_command, v_code, format(
                'docket %s, debt %s: %s millionths from %s (not before %s), cap %s, until %s',
                v_term.docket_id, v_term.debt_no, v_term.rate_millionths, v_term.first_liable_on,
                v_earliest, v_term.cap_cents, v_term.ends_on
            ));
            CONTINUE;
        END IF;
        v_entry := ledger_api.write_entry(
            'interest_term', v_command, v_today, v_today, 'accepted', v_term.docket_id,
            v_debt.authority_id
        );
        v_term.entry_id := v_entry;
        v_term.is_waived := coalesce(v_term.is_waived, false);
        INSERT INTO ledger.interest_term VALUES (v_term.*);
        RETURN NEXT ledger_api.accept(v_item, v_entry, v_today, NULL, NULL);
    END LOOP;
END $$;
COMMENT ON FUNCTION ledger_api.set_interest_terms IS
'Records at which rate debts bear interest and how the court limited it.';
