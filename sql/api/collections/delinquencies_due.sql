-- Which instalments of debts of these dockets were late enough by a day to be delinquent or in
-- default, and were not recorded so: 18 U.S.C. 3572(h), (i). Payments fill instalments in order,
-- after what was paid before the schedule; what is no longer owed falls off the last ones, and so
-- does what others paid on a joint claim. A debt without a schedule is due at judgment; from a
-- default on the schedule no longer counts. The penalty for being late is each debtor's own.
CREATE FUNCTION ledger_api.delinquencies_due(j integer, p_docket_ids bigint[], p_as_of date)
RETURNS TABLE (
    docket_id bigint,
    debt_no smallint,
    due_on date,
    stage text,
    arose_on date,
    principal_cents bigint,
    penalty_millionths bigint,
    accelerated_due_days integer
)
LANGUAGE plpgsql STABLE AS $$
#variable_conflict use_column
DECLARE
    v_is_accelerated boolean :=
        ledger_api.policy_in_force('default_penalty_base') = 'accelerated';
    v_dockets bigint[];
    v_debts smallint[];
BEGIN
    SELECT array_agg(b.docket_id), array_agg(b.debt_no) INTO v_dockets, v_debts
    FROM (SELECT DISTINCT unnest(p_docket_ids) AS id) AS k
    JOIN ledger.debt AS b ON b.jurisdiction_id = j AND b.docket_id = k.id
    JOIN ledger.authority_term AS a
        ON a.jurisdiction_id = j AND a.authority_id = b.authority_id
        AND a.name = 'delinquent_after_days'
    JOIN ledger.authority AS l
        ON l.jurisdiction_id = j AND l.id = b.authority_id AND l.debt_kind = b.kind;
    RETURN QUERY
    WITH terms AS MATERIALIZED (
        SELECT a.authority_id, max(a.value) FILTER (WHERE a.name = 'delinquent_after_days')::integer
                AS late_days,
            max(a.value) FILTER (WHERE a.name = 'default_after_days')::integer AS default_days,
            max(a.value) FILTER (WHERE a.name = 'delinquency_penalty')::bigint AS late_part,
            max(a.value) FILTER (WHERE a.name = 'default_penalty')::bigint AS default_part,
            max(a.value) FILTER (WHERE a.name = 'accelerated_due_days')::integer AS due_days
        FROM ledger.authority_term AS a
        WHERE a.jurisdiction_id = j AND a.name IN (
            'delinquent_after_days', 'default_after_days', 'delinquency_penalty',
            'default_penalty', 'accelerated_due_days'
        )
        GROUP BY a.authority_id
    ), instalments AS (
        SELECT u.docket, u.debt, i.due_on, coalesce(p.paid, 0) + i.upto - i.cents AS below,
            coalesce(p.paid, 0) + i.upto AS upto, t.*
        FROM unnest(v_dockets, v_debts) AS u (docket, debt)
        JOIN ledger.debt AS b
            ON b.jurisdiction_id = j AND b.docket_id = u.docket AND b.debt_no = u.debt
        JOIN ledger.docket AS d ON d.jurisdiction_id = j AND d.entry_id = u.docket
        JOIN terms AS t ON t.authority_id = b.authority_id
        LEFT JOIN LATERAL (
            SELECT n.entry_id AS id, b.ordered_cents - sum(n.amount_cents) + coalesce((
                SELECT sum(c.amount_cents) FROM ledger.debt_change AS c
                WHERE c.jurisdiction_id = j AND c.docket_id = u.docket AND c.debt_no = u.debt
                    AND c.entry_id < n.entry_id
            ), 0) AS paid
            FROM ledger.instalment AS n
            WHERE n.jurisdiction_id = j AND n.docket_id = u.docket AND n.debt_no = u.debt
            GROUP BY n.entry_id ORDER BY n.entry_id DESC LIMIT 1
        ) AS p ON true
        CROSS JOIN LATERAL (
            SELECT x.due_on, x.cents, sum(x.cents) OVER (ORDER BY x.due_on) AS upto
            FROM (
                SELECT n.due_on, sum(n.amount_cents) AS cents FROM ledger.instalment AS n
                WHERE n.jurisdiction_id = j AND n.entry_id = p.id
                GROUP BY n.due_on
                UNION ALL
                SELECT d.judgment_on, 9e15 WHERE p.id IS NULL
            ) AS x
        ) AS i
    ), stages AS (
        SELECT i.docket, i.debt, i.due_on, i.below, i.upto, s.stage, s.part, i.due_days,
            i.due_on + s.days AS arose_on
        FROM instalments AS i
        CROSS JOIN LATERAL (VALUES
            ('delinquent', i.late_days + 1, i.late_part),
            ('default', i.late_days + 1 + i.default_days + 1, i.default_part)
        ) AS s (stage, days, part)
        WHERE i.due_on + s.days <= p_as_of
    ), judged AS (
        SELECT s.docket, s.debt, s.due_on, s.stage, s.part, s.due_days, s.arose_on,
            greatest(least(s.upto, sum(c.cents + c.paid_cents))
                - greatest(s.below, sum(c.paid_cents)), 0) AS unpaid, sum(c.cents) AS open
        FROM stages AS s
        JOIN ledger_api.shared_principal(j, v_dockets, v_debts) AS c
            ON c.docket_id = s.docket AND c.debt_no = s.debt AND c.happened_on < s.arose_on
        GROUP BY s.docket, s.debt, s.due_on, s.below, s.upto, s.stage, s.part, s.due_days,
            s.arose_on
    ), known AS (
        SELECT g.*, k.entry_id IS NOT NULL AS is_known, least((
                SELECT min(e.effective_on)
                FROM ledger.delinquency_event AS v
                JOIN ledger.journal_entry AS e ON e.jurisdiction_id = j AND e.id = v.entry_id
                WHERE v.jurisdiction_id = j AND v.docket_id = g.docket AND v.debt_no = g.debt
                    AND v.stage = 'default'
            ), min(g.arose_on) FILTER (WHERE g.stage = 'default' AND g.unpaid > 0) OVER (
                PARTITION BY g.docket, g.debt
            )) AS accelerated_on
        FROM judged AS g
        LEFT JOIN ledger.delinquency_event AS k
            ON k.jurisdiction_id = j AND k.docket_id = g.docket AND k.debt_no = g.debt
            AND k.due_on = g.due_on AND k.stage = g.stage
    )
    SELECT n.docket, n.debt, n.due_on, n.stage, n.arose_on,
        (CASE WHEN n.stage = 'default' AND v_is_accelerated THEN n.open ELSE n.unpaid END)::bigint,
        n.part, CASE n.stage WHEN 'default' THEN n.due_days END
    FROM known AS n
    WHERE NOT n.is_known AND n.unpaid > 0 AND (n.due_on < n.accelerated_on) IS NOT FALSE
        AND NOT (v_is_accelerated AND n.stage = 'default' AND n.arose_on > n.accelerated_on)
    ORDER BY n.docket, n.debt, n.arose_on, n.due_on;
END $$;
COMMENT ON FUNCTION ledger_api.delinquencies_due IS
'Which instalments were late enough by a day to be delinquent or in default, and not recorded so.';
