-- Brings debts of an opening into the books, all or none: one element of each header array per
-- debt; p_item (from 1) and p_share (from 0) name the share that holds so much, of which so much
-- was sent on. Answers with what may not be brought in. A debt is ordered on the day of its
-- judgment; what was paid on it comes by an entry of its own on the day of the cut-over.
CREATE FUNCTION ledger_api.bring_debts(
    p_opening bigint,
    p_references text[],
    p_judgment_on date[],
    p_is_entity boolean[],
    p_payment_orders text[],
    p_authority_ids integer[],
    p_grades text[],
    p_counts smallint[],
    p_priors smallint[],
    p_count_bases text[],
    p_cents bigint[],
    p_plans jsonb,
    p_plan_index integer[],
    p_item integer[],
    p_share smallint[],
    p_held bigint[],
    p_sent bigint[]
) RETURNS TABLE (item integer, code text, detail text)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
SET plan_cache_mode = force_custom_plan SET join_collapse_limit = 1 SET jit = off
SET work_mem = '64MB' AS $$
#variable_conflict use_column
DECLARE
    v_opening ledger.opening := ledger_api.opening_in_hand(p_opening);
    j integer := v_opening.jurisdiction_id;
    v_docket_ids bigint[];
    v_debt_ids bigint[];
    v_paid_ids bigint[];
    v_plan_ids bigint[];
    v_numbers smallint[];
    v_principal integer := ledger_api.bound_principal();
BEGIN
    RETURN QUERY SELECT * FROM ledger_api.judge_brought_debts(
        v_opening, p_references, p_judgment_on, p_is_entity, p_payment_orders, p_authority_ids,
        p_cents, p_plans, p_plan_index, p_item, p_share, p_held, p_sent
    );
    IF FOUND THEN
        RETURN;
    END IF;
    v_docket_ids := ledger_api.brought_dockets(
        v_opening, p_references, p_judgment_on, p_is_entity, p_payment_orders
    );
    SELECT array_agg(n.debt ORDER BY n.i), array_agg(n.paid ORDER BY n.i)
    INTO v_debt_ids, v_paid_ids
    FROM (
        SELECT u.i, nextval('ledger.entry_id') AS debt,
            CASE WHEN EXISTS (SELECT FROM unnest(p_item) AS h (i) WHERE h.i = u.i)
                THEN nextval('ledger.entry_id') END AS paid
        FROM generate_subscripts(p_references, 1) AS u (i)
        ORDER BY u.i
    ) AS n;
    INSERT INTO ledger.journal_entry (
        jurisdiction_id, id, kind, outcome, effective_on, posted_on, recorded_at, principal_id,
        authority_id, docket_id
    )
    SELECT j, n.id, 'opening', 'accepted', n.effective_on, v_opening.cut_over, clock_timestamp(),
        v_principal, n.authority, n.docket
    FROM (
        SELECT u.id, p_judgment_on[u.i] AS effective_on, p_authority_ids[u.i] AS authority,
            v_docket_ids[u.i] AS docket
        FROM unnest(v_debt_ids) WITH ORDINALITY AS u (id, i)
        UNION ALL
        SELECT u.id, v_opening.cut_over, p_authority_ids[u.i], v_docket_ids[u.i]
        FROM unnest(v_paid_ids) WITH ORDINALITY AS u (id, i)
        WHERE u.id IS NOT NULL
    ) AS n
    ORDER BY n.id;
    INSERT INTO ledger.journal_tail (jurisdiction_id, entry_id, written_by)
    SELECT j, n.id, pg_current_xact_id() FROM unnest(v_debt_ids || v_paid_ids) AS n (id)
    WHERE n.id IS NOT NULL;

    v_plan_ids := ledger_api.share_plan_ids(j, p_plans, ARRAY(
        SELECT min(u.id)
        FROM generate_series(1, jsonb_array_length(p_plans)) AS k
        LEFT JOIN unnest(p_plan_index, v_debt_ids) AS u (plan, id) ON u.plan = k
        GROUP BY k ORDER BY k
    ));
    SELECT array_agg(n.number ORDER BY n.i) INTO v_numbers
    FROM (
        SELECT u.i, (row_number() OVER (PARTITION BY u.docket ORDER BY u.i) + (
            SELECT count(*) FROM ledger.debt AS b
            WHERE b.jurisdiction_id = j AND b.docket_id = u.docket
        ))::smallint AS number
        FROM unnest(v_docket_ids) WITH ORDINALITY AS u (docket, i)
    ) AS n;
    WITH ordered AS (
        INSERT INTO ledger.debt (
            jurisdiction_id, docket_id, debt_no, entry_id, authority_id, share_plan_id, kind, rank,
            is_gated, is_gating, grade, counts, ordered_cents
        )
        SELECT j, v_docket_ids[u.i], v_numbers[u.i], v_debt_ids[u.i], a.id,
            v_plan_ids[p_plan_index[u.i]], a.debt_kind, r.rank, r.is_gated, r.is_gating,
            p_grades[u.i], p_counts[u.i], u.cents
        FROM unnest(p_cents) WITH ORDINALITY AS u (cents, i)
        JOIN ledger.authority AS a ON a.jurisdiction_id = j AND a.id = p_authority_ids[u.i]
        JOIN ledger.payment_rank AS r
            ON r.jurisdiction_id = j AND r.payment_order = p_payment_orders[u.i]
            AND r.debt_kind = a.debt_kind
        ORDER BY u.i
        RETURNING entry_id, docket_id, debt_no, share_plan_id, ordered_cents
    ), grounds AS (
        INSERT INTO ledger.debt_ground (
            jurisdiction_id, entry_id, docket_id, debt_no, priors, count_basis
        )
        SELECT j, v_debt_ids[u.i], v_docket_ids[u.i], v_numbers[u.i], p_priors[u.i], u.basis
        FROM unnest(p_count_bases) WITH ORDINALITY AS u (basis, i)
    ), receivables AS (
        INSERT INTO ledger.posting (
            jurisdiction_id, entry_id, line, purse_id, debit_account_id, credit_account_id,
            amount_cents, posted_on, debt_no
        )
        SELECT j, o.entry_id, m.line, m.purse, m.debit, m.credit, o.ordered_cents,
            v_opening.cut_over, o.debt_no
        FROM ordered AS o
        CROSS JOIN ledger_api.ordered_moves(j, v_opening.fund_id) AS m
        ORDER BY o.entry_id, m.line
    )
    INSERT INTO ledger.debt_total (
        jurisdiction_id, docket_id, debt_no, owed_cents, applied_cents, held_cents
    )
    SELECT j, o.docket_id, o.debt_no, o.ordered_cents, 0,
        array_fill(0::bigint, ARRAY[cardinality(s.tier)])
    FROM ordered AS o
    JOIN ledger.share_plan AS s ON s.jurisdiction_id = j AND s.id = o.share_plan_id;
    IF (
        SELECT c.reltuples < 4 * cardinality(p_references) FROM pg_class AS c
        WHERE c.oid = 'ledger.debt'::regclass
    ) THEN
        PERFORM ledger_api.learn_sizes();
    END IF;
    PERFORM ledger_api.post_brought_shares(
        v_opening, 'bank', array_agg(v_paid_ids[h.item]), array_agg(v_docket_ids[h.item]),
        array_agg(v_numbers[h.item]), array_agg(h.share), array_agg(h.cents),
        array_agg(h.is_sent)
    )
    FROM (
        SELECT u.item, u.share, x.cents, x.is_sent
        FROM unnest(p_item, p_share, p_held, p_sent) AS u (item, share, held, sent)
        CROSS JOIN LATERAL (VALUES (u.held - u.sent, false), (u.sent, true)) AS x (cents, is_sent)
        WHERE x.cents > 0
    ) AS h;
END $$;
COMMENT ON FUNCTION ledger_api.bring_debts IS
'Brings debts of an opening into the books, all or none; answers with what may not be.';
