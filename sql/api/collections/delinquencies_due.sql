-- Which instalments of debts of these dockets were late enough by a day to be delinquent or in
-- default, and were not recorded so: 18 U.S.C. 3572(h), (i); and which were recorded so with a
-- penalty that late facts do not bear out. Payments fill instalments in order, after what was paid
-- before the schedule; what is no longer owed falls off the last ones, and so does what others paid
-- on a joint claim. A debt without a schedule is due at judgment; from a default on the schedule no
-- longer counts. The penalty for being late is each debtor's own. What was recorded is judged by
-- the schedule of its time, and every debt by what the court had chosen when it ordered it.
-- recorded_cents: of a recorded one, its penalty so far; room_cents: what can be taken off.
CREATE FUNCTION ledger_api.delinquencies_due(j integer, p_docket_ids bigint[], p_as_of date)
RETURNS TABLE (
    docket_id bigint,
    debt_no smallint,
    due_on date,
    stage text,
    arose_on date,
    principal_cents bigint,
    penalty_millionths bigint,
    accelerated_due_days integer,
    recorded_cents bigint,
    room_cents bigint,
    penalty_no smallint
)
LANGUAGE plpgsql STABLE AS $$
#variable_conflict use_column
DECLARE
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
            coalesce(max(a.value) FILTER (WHERE a.name = 'delinquency_penalty')::bigint, 0)
                AS late_part,
            coalesce(max(a.value) FILTER (WHERE a.name = 'default_penalty')::bigint, 0)
                AS default_part,
            max(a.value) FILTER (WHERE a.name = 'accelerated_due_days')::integer AS due_days
        FROM ledger.authority_term AS a
        WHERE a.jurisdiction_id = j AND a.name IN (
            'delinquent_after_days', 'default_after_days', 'delinquency_penalty',
            'default_penalty', 'accelerated_due_days'
        )
        GROUP BY a.authority_id
    ), recorded AS MATERIALIZED (
        SELECT u.docket, u.debt, v.due_on, v.stage, v.penalty_cents + coalesce((
                SELECT sum(c.amount_cents) FROM ledger.penalty_correction AS c
                WHERE c.jurisdiction_id = j AND c.docket_id = u.docket AND c.debt_no = u.debt
                    AND c.due_on = v.due_on AND c.stage = v.stage
            ), 0)::bigint AS cents, (
                SELECT max(n.entry_id) FROM ledger.instalment AS n
                WHERE n.jurisdiction_id = j AND n.docket_id = u.docket AND n.debt_no = u.debt
                    AND n.entry_id < v.entry_id
            ) AS plan
        FROM unnest(v_dockets, v_debts) AS u (docket, debt)
        JOIN ledger.delinquency_event AS v
            ON v.jurisdiction_id = j AND v.docket_id = u.docket AND v.debt_no = u.debt
    ), plans AS (
        SELECT n.docket, n.debt, n.plan, bool_or(n.is_newest) AS is_newest
        FROM (
            SELECT u.docket, u.debt, (
                    SELECT max(n.entry_id) FROM ledger.instalment AS n
                    WHERE n.jurisdiction_id = j AND n.docket_id = u.docket AND n.debt_no = u.debt
                ) AS plan, true AS is_newest
            FROM unnest(v_dockets, v_debts) AS u (docket, debt)
            UNION ALL
            SELECT r.docket, r.debt, r.plan, false FROM recorded AS r
        ) AS n
        GROUP BY n.docket, n.debt, n.plan
    ), instalments AS (
        SELECT u.docket, u.debt, u.plan, u.is_newest, y.value = 'accelerated' AS is_accelerated,
            i.due_on, coalesce(p.paid, 0) + i.upto - i.cents AS below,
            coalesce(p.paid, 0) + i.upto AS upto, t.*
        FROM plans AS u
        JOIN ledger.debt AS b
            ON b.jurisdiction_id = j AND b.docket_id = u.docket AND b.debt_no = u.debt
        JOIN ledger.docket AS d ON d.jurisdiction_id = j AND d.entry_id = u.docket
        JOIN terms AS t ON t.authority_id = b.authority_id
        JOIN ledger_api.policy_spans(j, 'default_penalty_base') AS y
            ON b.entry_id >= y.from_entry AND b.entry_id < y.until_entry
        LEFT JOIN LATERAL (
            SELECT b.ordered_cents - sum(n.amount_cents) + coalesce((
                SELECT sum(c.amount_cents) FROM ledger.debt_change AS c
                WHERE c.jurisdiction_id = j AND c.docket_id = u.docket AND c.debt_no = u.debt
                    AND c.entry_id < u.plan
            ), 0) AS paid
            FROM ledger.instalment AS n
            WHERE n.jurisdiction_id = j AND n.entry_id = u.plan
        ) AS p ON true
        CROSS JOIN LATERAL (
            SELECT x.due_on, x.cents, sum(x.cents) OVER (ORDER BY x.due_on) AS upto
            FROM (
                SELECT n.due_on, sum(n.amount_cents) AS cents FROM ledger.instalment AS n
                WHERE n.jurisdiction_id = j AND n.entry_id = u.plan
                GROUP BY n.due_on
                UNION ALL
                SELECT d.judgment_on, 9e15 WHERE u.plan IS NULL
            ) AS x
        ) AS i
    ), stages AS (
        SELECT i.docket, i.debt, i.due_on, i.below, i.upto, i.is_accelerated, s.stage, s.part,
            i.due_days, i.due_on + s.days AS arose_on, r.cents AS recorded
        FROM instalments AS i
        CROSS JOIN LATERAL (VALUES
            ('delinquent', i.late_days + 1, i.late_part),
            ('default', i.late_days + 1 + i.default_days + 1, i.default_part)
        ) AS s (stage, days, part)
        LEFT JOIN recorded AS r
            ON r.docket = i.docket AND r.debt = i.debt AND r.due_on = i.due_on
            AND r.stage = s.stage
        WHERE CASE WHEN r.docket IS NULL THEN i.is_newest AND i.due_on + s.days <= p_as_of
            ELSE r.plan IS NOT DISTINCT FROM i.plan END
    ), judged AS (
        SELECT s.docket, s.debt, s.due_on, s.stage, s.part, s.due_days, s.arose_on,
            s.is_accelerated, s.recorded, greatest(least(s.upto, sum(c.cents + c.paid_cents))
                - greatest(s.below, sum(c.paid_cents)), 0) AS unpaid, sum(c.cents) AS open
        FROM stages AS s
        JOIN ledger_api.shared_principal(j, v_dockets, v_debts) AS c
            ON c.docket_id = s.docket AND c.debt_no = s.debt AND c.happened_on < s.arose_on
        GROUP BY s.docket, s.debt, s.due_on, s.below, s.upto, s.stage, s.part, s.due_days,
            s.arose_on, s.is_accelerated, s.recorded
    ), dated AS (
        SELECT g.*, min(g.arose_on) FILTER (WHERE g.stage = 'default' AND g.unpaid > 0) OVER (
            PARTITION BY g.docket, g.debt
        ) AS accelerated_on
        FROM judged AS g
    ), reckoned AS (
        SELECT n.*, (CASE
            WHEN n.due_on >= n.accelerated_on THEN 0
            WHEN NOT n.is_accelerated OR n.stage <> 'default' THEN n.unpaid
            WHEN n.unpaid > 0 AND n.arose_on = n.accelerated_on THEN n.open
            ELSE 0 END)::bigint AS principal
        FROM dated AS n
    ), changed AS (
        SELECT r.*, CASE WHEN r.recorded IS NOT NULL THEN
            div(2 * r.principal::numeric * r.part + 1000000, 2000000) - r.recorded END AS more
        FROM reckoned AS r
    )
    SELECT c.docket, c.debt, c.due_on, c.stage, c.arose_on, c.principal, c.part,
        CASE c.stage WHEN 'default' THEN c.due_days END, c.recorded, c.room::bigint, c.penalty_no
    FROM (
        SELECT c.*, m.debt_no AS penalty_no, greatest(m.owed_cents + coalesce(
                sum(least(c.more, 0)) OVER (
                    PARTITION BY c.docket, c.debt ORDER BY c.arose_on, c.due_on, c.stage
                    ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
                ), 0
            ), 0) AS room
        FROM changed AS c
        LEFT JOIN LATERAL (
            SELECT b.debt_no, t.owed_cents
            FROM ledger.debt_component AS k
            JOIN ledger.debt AS b
                ON b.jurisdiction_id = j AND b.docket_id = c.docket AND b.debt_no = k.debt_no
                AND b.kind = 'penalty'
            JOIN ledger.debt_total AS t
                ON t.jurisdiction_id = j AND t.docket_id = c.docket AND t.debt_no = k.debt_no
            WHERE k.jurisdiction_id = j AND k.docket_id = c.docket AND k.parent_debt_no = c.debt
        ) AS m ON true
    ) AS c
    WHERE CASE WHEN c.recorded IS NULL THEN c.principal > 0
        ELSE c.more > 0 OR c.more < 0 AND c.room > 0 END
    ORDER BY c.docket, c.debt, c.arose_on, c.due_on, c.stage;
END $$;
COMMENT ON FUNCTION ledger_api.delinquencies_due IS
'Which instalments were late enough by a day and not recorded so, or recorded with another penalty.';
