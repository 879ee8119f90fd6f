-- Posts the interest that accrued through a day and was not posted yet. One element of each array
-- per debt; cents (negative: too much was posted) must be what the database reckons by itself.
CREATE FUNCTION ledger_api.accrue_interest(
    p_docket_ids bigint[], p_debts smallint[], p_cents bigint[], p_through date
) RETURNS SETOF ledger_api.reply
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
SET plan_cache_mode = force_custom_plan AS $$
#variable_conflict use_column
DECLARE
    j integer := ledger_api.require_role('clerk');
    v_is_future boolean := (p_through <= ledger_api.court_today()) IS NOT TRUE;
    v_ids bigint[];
    v_due record;
    v_written record;
    v_code text;
BEGIN
    PERFORM FROM ledger.docket AS d
    WHERE d.jurisdiction_id = j AND d.entry_id = ANY (p_docket_ids)
    ORDER BY d.entry_id FOR UPDATE;
    PERFORM ledger_api.lock_dockets(j, p_docket_ids);
    SELECT array_agg(n.i ORDER BY n.i) FILTER (WHERE n.is_right) AS items,
        array_agg(n.docket ORDER BY n.i) FILTER (WHERE n.is_right) AS dockets,
        array_agg(n.debt ORDER BY n.i) FILTER (WHERE n.is_right) AS debts,
        array_agg(n.component_no ORDER BY n.i) FILTER (WHERE n.is_right) AS components,
        array_agg(n.kind ORDER BY n.i) FILTER (WHERE n.is_right) AS kinds,
        array_agg(n.stated ORDER BY n.i) FILTER (WHERE n.is_right) AS cents,
        array_agg(n.last_on ORDER BY n.i) FILTER (WHERE n.is_right) AS days INTO v_written
    FROM (
        SELECT u.i::integer, u.docket, u.debt, u.cents AS stated, d.component_no, d.kind, d.last_on,
            NOT v_is_future AND u.cents <> 0 AND u.cents = d.cents AND r.rank IS NOT NULL
            AND u.i = min(u.i) OVER (PARTITION BY u.docket, u.debt) AS is_right
        FROM unnest(p_docket_ids, p_debts, p_cents) WITH ORDINALITY AS u (docket, debt, cents, i)
        LEFT JOIN ledger_api.interest_due(j, p_docket_ids, p_through) AS d
            ON d.docket_id = u.docket AND d.debt_no = u.debt
        LEFT JOIN ledger.docket AS k ON k.jurisdiction_id = j AND k.entry_id = u.docket
        LEFT JOIN ledger.payment_rank AS r
            ON r.jurisdiction_id = j AND r.payment_order = k.payment_order
            AND r.debt_kind = d.kind
    ) AS n;
    FOR v_due IN
        SELECT u.i::integer AS item, jsonb_build_object('statement', jsonb_build_object(
                'amount_cents', u.cents, 'debt', u.debt, 'docket', u.docket, 'through', p_through
            )) AS command, u.docket, u.debt, u.cents, d.cents AS due,
            d.kind, k.payment_order, r.rank
        FROM unnest(p_docket_ids, p_debts, p_cents) WITH ORDINALITY AS u (docket, debt, cents, i)
        LEFT JOIN ledger_api.interest_due(j, p_docket_ids, p_through) AS d
            ON d.docket_id = u.docket AND d.debt_no = u.debt
        LEFT JOIN ledger.docket AS k ON k.jurisdiction_id = j AND k.entry_id = u.docket
        LEFT JOIN ledger.payment_rank AS r
            ON r.jurisdiction_id = j AND r.payment_order = k.payment_order
            AND r.debt_kind = d.kind
        WHERE cardinality(p_docket_ids) > coalesce(cardinality(v_written.items), 0)
            AND (u.i = ANY (v_written.items)) IS NOT TRUE
    LOOP
        v_code := CASE
            WHEN v_is_future THEN 'LG105'
            WHEN v_due.cents = v_due.due AND v_due.cents <> 0 AND v_due.rank IS NULL THEN 'LG304'
            ELSE 'LG224'
        END;
        RETURN NEXT ledger_api.refuse(
            v_due.item, 'interest', v_due.command, v_code, CASE v_code WHEN 'LG304' THEN format(
                'docket %s: order %s has no place for %s', v_due.docket, v_due.payment_order,
                v_due.kind
            ) ELSE format(
                'docket %s, debt %s through %s: %s stated, %s reckoned', v_due.docket,
                v_due.debt, p_through, ledger_api.dollars(v_due.cents),
                ledger_api.dollars(v_due.due)
            ) END
        );
    END LOOP;
    IF v_written.items IS NOT NULL THEN
        v_ids := ledger_api.write_accruals(
            j, 'interest', v_written.dockets, v_written.debts, v_written.components,
            v_written.kinds, v_written.cents, v_written.days
        );
        RETURN QUERY
        SELECT u.i, u.id, 'accepted', false, NULL::text, NULL, NULL, NULL, NULL
        FROM unnest(v_written.items, v_ids) AS u (i, id);
    END IF;
END $$;
COMMENT ON FUNCTION ledger_api.accrue_interest IS
'Posts the interest that accrued through a day and was not posted yet.';
