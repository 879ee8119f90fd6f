-- Which of these debts may not be ordered as stated (or were ordered before: code NULL).
CREATE FUNCTION ledger_api.judge_assessments(
    j integer,
    p_keys text[],
    p_docket_ids bigint[],
    p_authority_ids integer[],
    p_cents bigint[],
    p_claim_ids bigint[],
    p_plans jsonb,
    p_plan_index integer[],
    p_item integer[],
    p_purse integer[],
    p_debit integer[],
    p_credit integer[],
    p_posting_cents bigint[]
) RETURNS TABLE (item integer, code text, detail text)
LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, pg_temp
SET plan_cache_mode = force_custom_plan AS $$
#variable_conflict use_column
BEGIN
    RETURN QUERY
    WITH items AS (
        SELECT u.i::integer AS item, u.key, u.cents, u.plan, d.entry_id AS docket_id, d.fund_id,
            d.judgment_on, d.payment_order, a.id AS authority_id, a.debt_kind, a.effective_from,
            a.effective_to, a.share_roles, a.minimum_cents, a.maximum_cents, f.kind AS fund_kind,
            u.claim, t.claim_id, t.loss_cents,
            -- Of a joint claim only what raises the whole: never more than its loss is receivable.
            CASE WHEN t.claim_id IS NULL THEN u.cents ELSE least(
                t.loss_cents, ledger_api.owed_on_claim(j, t.claim_id) + u.cents
            ) - t.receivable_cents END AS receivable_cents,
            row_number() OVER (PARTITION BY t.claim_id ORDER BY u.i) AS claim_item
        FROM unnest(
            p_keys, p_docket_ids, p_authority_ids, p_cents, p_plan_index, p_claim_ids
        ) WITH ORDINALITY AS u (key, docket, authority, cents, plan, claim, i)
        LEFT JOIN ledger.joint_total AS t ON t.jurisdiction_id = j AND t.claim_id = u.claim
        LEFT JOIN ledger.docket AS d ON d.jurisdiction_id = j AND d.entry_id = u.docket
        LEFT JOIN ledger.fund AS f ON f.jurisdiction_id = j AND f.id = d.fund_id
        LEFT JOIN ledger.authority AS a ON a.jurisdiction_id = j AND a.id = u.authority
    ), plans AS (
        SELECT x.*
        FROM ROWS FROM (
            jsonb_to_recordset(p_plans) AS (
                tier smallint[], weight bigint[], cap bigint[], due integer[]
            )
        ) WITH ORDINALITY AS x (tier, weight, cap, due, plan)
    ), shares AS (
        SELECT x.k AS plan, s.due, s.own, c.fund_id, c.role, r.roles, r.code, r.own_purse_id
        FROM ROWS FROM (jsonb_to_recordset(p_plans) AS (due integer[], own integer[]))
            WITH ORDINALITY AS x (due, own, k)
        CROSS JOIN LATERAL unnest(x.due, x.own) AS s (due, own)
        LEFT JOIN ledger.account AS c ON c.jurisdiction_id = j AND c.id = s.due
        LEFT JOIN ledger.recipient AS r ON r.jurisdiction_id = j AND r.id = c.recipient_id
    ), lines AS (
        SELECT p.item, count(*) AS lines, count(*) FILTER (
                WHERE p.cents = i.receivable_cents AND w.fund_id = i.fund_id
                    AND (i.fund_kind, d.role, c.role) IN (
                        ('custodial', 'receivable', 'uncollected'),
                        ('custodial_federal', 'receivable', 'custodial_revenue'),
                        ('custodial_federal', 'accrued_collections', 'uncollected')
                    )
            ) AS right_lines, count(DISTINCT d.role) AS kinds
        FROM unnest(p_item, p_purse, p_debit, p_credit, p_posting_cents)
            AS p (item, purse, debit, credit, cents)
        JOIN items AS i ON i.item = p.item
        LEFT JOIN ledger.purse AS w ON w.jurisdiction_id = j AND w.id = p.purse
        LEFT JOIN ledger.account AS d ON d.jurisdiction_id = j AND d.id = p.debit
        LEFT JOIN ledger.account AS c ON c.jurisdiction_id = j AND c.id = p.credit
        GROUP BY p.item
    ), judged AS (
        SELECT i.item, e.id AS known, CASE
            WHEN i.docket_id IS NULL THEN 'LG201'
            WHEN i.authority_id IS NULL THEN 'LG206'
            WHEN i.judgment_on < i.effective_from OR i.judgment_on > i.effective_to THEN 'LG204'
            WHEN ledger_api.is_spared(j, i.docket_id, i.authority_id) THEN 'LG208'
            WHEN (i.cents > 0) IS NOT TRUE THEN 'LG106'
            WHEN i.cents < i.minimum_cents OR i.cents > i.maximum_cents THEN 'LG205'
            -- A maximum is kept where the law orders an amount once, however many the counts.
            WHEN i.maximum_cents < coalesce((
                SELECT sum(b.ordered_cents) FROM ledger.debt AS b
                WHERE b.jurisdiction_id = j AND b.docket_id = i.docket_id
                    AND b.authority_id = i.authority_id AND b.kind = i.debt_kind
            ), 0) + sum(i.cents) FILTER (WHERE e.id IS NULL) OVER (
                PARTITION BY i.docket_id, i.authority_id ORDER BY i.item
            ) THEN 'LG205'
            WHEN q.rank IS NULL THEN 'LG304'
            WHEN NOT EXISTS (SELECT FROM shares AS s WHERE s.plan = i.plan) OR EXISTS (
                SELECT FROM shares AS s
                WHERE s.plan = i.plan AND (
                    s.fund_id = i.fund_id AND s.role = 'due_to' AND s.roles && i.share_roles
                    AND s.own = coalesce(s.own_purse_id, 0)
                ) IS NOT TRUE
            ) THEN 'LG305'
            WHEN i.cents > (
                SELECT sum(c.cents) FROM plans AS x CROSS JOIN unnest(x.cap) AS c (cents)
                WHERE x.plan = i.plan AND array_position(x.cap, NULL) IS NULL
            ) THEN 'LG306'
            WHEN i.claim IS NOT NULL AND i.claim_id IS NULL THEN 'LG210'
            WHEN i.cents > i.loss_cents THEN 'LG212'
            WHEN i.claim_id IS NOT NULL AND NOT EXISTS (
                SELECT FROM ledger.joint_claim AS c
                JOIN ledger.share_plan AS s ON s.jurisdiction_id = j AND s.id = c.share_plan_id
                JOIN plans AS x ON x.tier = s.tier AND x.weight = s.weight
                    AND x.cap = s.tier_cap_cents AND x.due = s.due_to_account_id
                WHERE c.jurisdiction_id = j AND c.entry_id = i.claim_id AND x.plan = i.plan
            ) THEN 'LG213'
            -- What a second debt adds to a claim is known when the first one stands.
            WHEN i.claim_id IS NOT NULL AND i.claim_item > 1 THEN 'LG310'
            WHEN i.receivable_cents = 0 AND l.lines IS NULL THEN NULL
            WHEN (l.lines = l.right_lines AND l.lines = l.kinds AND l.lines = CASE i.fund_kind
                WHEN 'custodial' THEN 1 ELSE 2 END) IS NOT TRUE THEN 'LG310'
        END AS code, format(
            'docket %s, %s, %s, judgment of %s', i.docket_id, (
                SELECT a.citation FROM ledger.authority AS a
                WHERE a.jurisdiction_id = j AND a.id = i.authority_id
            ), ledger_api.dollars(i.cents), i.judgment_on
        ) AS detail
        FROM items AS i
        LEFT JOIN ledger.journal_entry AS e
            ON e.jurisdiction_id = j AND e.request_key = i.key
        LEFT JOIN ledger.payment_rank AS q
            ON q.jurisdiction_id = j AND q.payment_order = i.payment_order
            AND q.debt_kind = i.debt_kind
        LEFT JOIN lines AS l ON l.item = i.item
    )
    SELECT g.item, CASE WHEN g.known IS NULL THEN g.code END, g.detail
    FROM judged AS g
    WHERE g.known IS NOT NULL OR g.code IS NOT NULL
    ORDER BY g.item;
END $$;
COMMENT ON FUNCTION ledger_api.judge_assessments IS
'Which of these debts may not be ordered as stated (or were ordered before: code NULL).';
