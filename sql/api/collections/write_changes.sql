-- The routine behind all that changes debts. Only what two persons do, an order that vacates or an
-- import undone, says vacated.
CREATE FUNCTION ledger_api.write_changes(j integer, p_commands jsonb, p_is_vacating boolean)
RETURNS SETOF ledger_api.reply
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    v_item integer;
    v_command jsonb;
    v_statement jsonb;
    v_reply ledger_api.reply;
    v_debt record;
    v_cents bigint;
    v_effective date;
    v_posted date;
    v_authority integer;
    v_code text;
    v_entry bigint;
BEGIN
    PERFORM ledger_api.lock_dockets(j, ARRAY(
        SELECT (c -> 'statement' ->> 'docket')::bigint FROM jsonb_array_elements(p_commands) AS c
    ));
    FOR v_item, v_command IN
        SELECT c.i, c.command
        FROM jsonb_array_elements(p_commands) WITH ORDINALITY AS c (command, i)
    LOOP
        v_statement := v_command -> 'statement';
        v_cents := (v_statement ->> 'amount_cents')::bigint;
        v_effective := (v_statement ->> 'effective_on')::date;
        v_authority := (v_statement ->> 'authority')::integer;
        SELECT s.* INTO v_debt FROM ledger_api.debt_standing(
            j, (v_statement ->> 'docket')::bigint, (v_statement ->> 'debt')::smallint
        ) AS s;
        v_reply := ledger_api.replay(v_item, 'debt_change', v_command);
        IF v_reply.item IS NOT NULL THEN
            RETURN NEXT v_reply;
            CONTINUE;
        END IF;
        v_code := CASE
            WHEN v_statement ->> 'reason' = 'vacated' AND NOT p_is_vacating THEN 'LG331'
            WHEN v_authority IS NOT NULL AND NOT EXISTS (
                SELECT FROM ledger.authority AS a
                WHERE a.jurisdiction_id = j AND a.id = v_authority
            ) THEN 'LG206'
            WHEN v_authority IS NOT NULL AND NOT EXISTS (
                SELECT FROM ledger.authority AS a
                WHERE a.jurisdiction_id = j AND a.id = v_authority
                    AND a.debt_kind = coalesce(v_debt.kind, a.debt_kind)
            ) THEN 'LG221'
            ELSE ledger_api.judge_change(
                j, v_debt, v_statement ->> 'reason', v_cents, v_effective,
                v_statement ->> 'order'
            )
        END;
        IF v_code IS NOT NULL THEN
            RETURN NEXT ledger_api.refuse(v_item, 'debt_change', v_command, v_code, format(
                'docket %s, debt %s: %s of %s; ordered %s, owed %s, applied %s',
                v_statement ->> 'docket', v_statement ->> 'debt', v_statement ->> 'reason',
                ledger_api.dollars(v_cents), ledger_api.dollars(v_debt.ordered_cents),
                ledger_api.dollars(v_debt.owed_cents), ledger_api.dollars(v_debt.applied_cents)
            ));
            CONTINUE;
        END IF;
        v_posted := ledger_api.posting_day(j, ARRAY[v_debt.fund_id], v_effective);
        v_entry := ledger_api.write_entry(
            'debt_change', v_command, v_effective, v_posted, 'accepted', v_debt.docket_id,
            coalesce(v_authority, v_debt.authority_id)
        );
        INSERT INTO ledger.debt_change (
            jurisdiction_id, entry_id, docket_id, debt_no, reason, order_reference, amount_cents
        ) VALUES (
            j, v_entry, v_debt.docket_id, v_debt.debt_no, v_statement ->> 'reason',
            v_statement ->> 'order', v_cents
        );
        INSERT INTO ledger.change_citation (jurisdiction_id, entry_id, citation)
        SELECT j, v_entry, CASE WHEN v_authority IS NULL THEN ledger_api.change_citation(
                j, v_statement ->> 'reason', a.id
            ) ELSE a.citation END
        FROM ledger.authority AS a
        WHERE a.jurisdiction_id = j AND a.id = coalesce(v_authority, v_debt.authority_id);
        PERFORM ledger_api.post_receivables(
            j, ARRAY[v_entry], ARRAY[v_posted], ARRAY[v_debt.fund_id], ARRAY[v_debt.debt_no],
            ARRAY[ledger_api.add_to_owed(j, v_debt.docket_id, v_debt.debt_no, v_cents)]
        );
        RETURN NEXT ledger_api.accept(v_item, v_entry, v_posted, NULL, nullif(
            greatest(v_debt.applied_cents - v_debt.owed_cents - v_cents, 0), 0
        )::text);
    END LOOP;
END $$;
COMMENT ON FUNCTION ledger_api.write_changes IS 'The routine behind all that changes debts.';
