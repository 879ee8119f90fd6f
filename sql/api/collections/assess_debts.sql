-- Orders debts on dockets. One element of each array per debt; p_plans holds the share plans
-- that p_plan_index (from 1) names; the posting arrays name their debt by p_item. p_claim_ids: the
-- joint claims that debts are part of. Of such a debt only that is posted which raises what all
-- dockets owe together, up to the loss.
CREATE FUNCTION ledger_api.assess_debts(
    p_keys text[],
    p_docket_ids bigint[],
    p_authority_ids integer[],
    p_grades text[],
    p_counts smallint[],
    p_priors smallint[],
    p_count_bases text[],
    p_cents bigint[],
    p_claim_ids bigint[],
    p_plans jsonb,
    p_plan_index integer[],
    p_item integer[],
    p_purse integer[],
    p_debit integer[],
    p_credit integer[],
    p_posting_cents bigint[]
) RETURNS SETOF ledger_api.reply
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
SET plan_cache_mode = force_custom_plan SET join_collapse_limit = 1 AS $$
DECLARE
    j integer := ledger_api.require_role('clerk');
    v_principal integer := ledger_api.bound_principal();
    v_items integer[];
    v_ids bigint[];
    v_plan_ids bigint[];
    v_answered integer[] := '{}';
    v_command jsonb;
    v_bad record;
    v_reply ledger_api.reply;
    v_first_open date;
BEGIN
    PERFORM FROM ledger.docket AS d
    WHERE d.jurisdiction_id = j AND d.entry_id = ANY (p_docket_ids)
    ORDER BY d.entry_id FOR UPDATE;
    PERFORM FROM ledger.joint_total AS t
    WHERE t.jurisdiction_id = j AND t.claim_id = ANY (p_claim_ids)
    ORDER BY t.claim_id FOR UPDATE;
    v_first_open := ledger_api.posting_day(j, ARRAY(
        SELECT DISTINCT d.fund_id FROM ledger.docket AS d
        WHERE d.jurisdiction_id = j AND d.entry_id = ANY (p_docket_ids)
    ), '-infinity');

    FOR v_bad IN
        SELECT q.* FROM ledger_api.judge_assessments(
            j, p_keys, p_docket_ids, p_authority_ids, p_cents, p_claim_ids, p_plans, p_plan_index,
            p_item, p_purse, p_debit, p_credit, p_posting_cents
        ) AS q
    LOOP
        v_answered := v_answered || v_bad.item;
        v_command := jsonb_build_object('key', p_keys[v_bad.item], 'statement',
            jsonb_build_object(
                'authority', p_authority_ids[v_bad.item], 'cents', p_cents[v_bad.item],
                'claim', p_claim_ids[v_bad.item], 'counts', p_counts[v_bad.item],
                'docket', p_docket_ids[v_bad.item], 'grade', p_grades[v_bad.item],
                'priors', p_priors[v_bad.item]
            ));
        v_reply := ledger_api.replay(v_bad.item, 'assessment', v_command);
        IF v_reply.item IS NULL THEN
            v_reply := ledger_api.refuse(
                v_bad.item, 'assessment', v_command, v_bad.code, v_bad.detail
            );
        END IF;
        RETURN NEXT v_reply;
    END LOOP;

    SELECT array_agg(i), array_agg(nextval('ledger.entry_id')) INTO v_items, v_ids
    FROM (
        SELECT i FROM generate_subscripts(p_keys, 1) AS i WHERE i <> ALL (v_answered) ORDER BY i
    ) AS n;
    INSERT INTO ledger.journal_entry (
        jurisdiction_id, id, kind, outcome, effective_on, posted_on, recorded_at, principal_id,
        authority_id, docket_id, request_key, fingerprint
    )
    SELECT j, n.id, 'assessment', 'accepted', d.judgment_on,
        greatest(d.judgment_on, v_first_open), clock_timestamp(), v_principal,
        p_authority_ids[n.i], d.entry_id, p_keys[n.i],
        ledger_api.fingerprint('assessment', jsonb_build_object(
            'authority', p_authority_ids[n.i], 'cents', p_cents[n.i], 'claim', p_claim_ids[n.i],
            'counts', p_counts[n.i], 'docket', p_docket_ids[n.i], 'grade', p_grades[n.i],
            'priors', p_priors[n.i]
        ))
    FROM unnest(v_items, v_ids) AS n (i, id)
    JOIN ledger.docket AS d ON d.jurisdiction_id = j AND d.entry_id = p_docket_ids[n.i];
    INSERT INTO ledger.journal_tail (jurisdiction_id, entry_id, written_by)
    SELECT j, n.id, pg_current_xact_id() FROM unnest(v_ids) AS n (id);

    v_plan_ids := ledger_api.share_plan_ids(j, p_plans, (
        SELECT array_agg(u.id ORDER BY u.k) FROM (
            SELECT k, min(n.id) AS id
            FROM generate_series(1, jsonb_array_length(p_plans)) AS k
            LEFT JOIN unnest(v_items, v_ids) AS n (i, id) ON p_plan_index[n.i] = k
            GROUP BY k
        ) AS u
    ));
    WITH ordered AS (
        INSERT INTO ledger.debt (
            jurisdiction_id, docket_id, debt_no, entry_id, authority_id, share_plan_id, kind, rank,
            is_gated, is_gating, grade, counts, ordered_cents
        )
        SELECT j, d.entry_id, row_number() OVER (PARTITION BY d.entry_id ORDER BY n.i) + (
                SELECT count(*) FROM ledger.debt AS b
                WHERE b.jurisdiction_id = j AND b.docket_id = d.entry_id
            ), n.id, a.id, v_plan_ids[p_plan_index[n.i]], a.debt_kind, r.rank, r.is_gated,
            r.is_gating, p_grades[n.i], p_counts[n.i], p_cents[n.i]
        FROM unnest(v_items, v_ids) AS n (i, id)
        JOIN ledger.docket AS d ON d.jurisdiction_id = j AND d.entry_id = p_docket_ids[n.i]
        JOIN ledger.authority AS a ON a.jurisdiction_id = j AND a.id = p_authority_ids[n.i]
        JOIN ledger.payment_rank AS r
            ON r.jurisdiction_id = j AND r.payment_order = d.payment_order
            AND r.debt_kind = a.debt_kind
        RETURNING entry_id, docket_id, debt_no, share_plan_id, ordered_cents
    ), grounds AS (
        INSERT INTO ledger.debt_ground (
            jurisdiction_id, entry_id, docket_id, debt_no, priors, count_basis
        )
        SELECT j, o.entry_id, o.docket_id, o.debt_no, coalesce(p_priors[n.i], 0),
            coalesce(p_count_bases[n.i], c.count_basis)
        FROM ordered AS o
        JOIN unnest(v_items, v_ids) AS n (i, id) ON n.id = o.entry_id
        JOIN ledger.jurisdiction AS c ON c.id = j
    ), joined AS (
        INSERT INTO ledger.joint_debt (jurisdiction_id, entry_id, claim_id, docket_id, debt_no)
        SELECT j, o.entry_id, p_claim_ids[n.i], o.docket_id, o.debt_no
        FROM ordered AS o
        JOIN unnest(v_items, v_ids) AS n (i, id) ON n.id = o.entry_id
        WHERE p_claim_ids[n.i] IS NOT NULL
    )
    INSERT INTO ledger.debt_total (
        jurisdiction_id, docket_id, debt_no, owed_cents, applied_cents, held_cents, claim_id
    )
    SELECT j, o.docket_id, o.debt_no, o.ordered_cents, 0,
        array_fill(0::bigint, ARRAY[cardinality(s.tier)]), p_claim_ids[n.i]
    FROM ordered AS o
    JOIN unnest(v_items, v_ids) AS n (i, id) ON n.id = o.entry_id
    JOIN ledger.share_plan AS s ON s.jurisdiction_id = j AND s.id = o.share_plan_id;
    INSERT INTO ledger.posting (
        jurisdiction_id, entry_id, line, purse_id, debit_account_id, credit_account_id,
        amount_cents, posted_on, debt_no
    )
    SELECT j, n.id, row_number() OVER (PARTITION BY n.id ORDER BY p.k), p.purse, p.debit, p.credit,
        p.cents, greatest(d.judgment_on, v_first_open), b.debt_no
    FROM unnest(p_item, p_purse, p_debit, p_credit, p_posting_cents) WITH ORDINALITY
        AS p (item, purse, debit, credit, cents, k)
    JOIN unnest(v_items, v_ids) AS n (i, id) ON n.i = p.item
    JOIN ledger.docket AS d ON d.jurisdiction_id = j AND d.entry_id = p_docket_ids[n.i]
    JOIN ledger.debt AS b ON b.jurisdiction_id = j AND b.entry_id = n.id;
    UPDATE ledger.joint_total AS t
    SET receivable_cents = least(t.loss_cents, ledger_api.owed_on_claim(j, t.claim_id))
    WHERE t.jurisdiction_id = j AND t.claim_id = ANY (p_claim_ids);
    RETURN QUERY
    SELECT n.i, n.id, 'accepted', false, NULL::text, NULL, NULL, NULL, NULL
    FROM unnest(v_items, v_ids) AS n (i, id);
END $$;
COMMENT ON FUNCTION ledger_api.assess_debts IS
'Orders debts on dockets. One element of each array per debt.';
