-- On which terms debts of these dockets bear interest, through which day it is reckoned, and what
-- was posted of it. The days of a year are those that the court had chosen when it ordered the
-- debt. Without a rate, or where the law gives no interest on so little, there is no row.
CREATE FUNCTION ledger_api.interest_state(j integer, p_docket_ids bigint[], p_through date)
RETURNS TABLE (
    docket_id bigint,
    debt_no smallint,
    kind text,
    rate_millionths integer,
    day_count text,
    first_liable_on date,
    last_on date,
    cap_cents bigint,
    component_no smallint,
    posted_cents bigint,
    open_cents bigint
)
LANGUAGE plpgsql STABLE AS $$
#variable_conflict use_column
BEGIN
    RETURN QUERY
    SELECT b.docket_id, b.debt_no, b.kind || '_interest', t.rate_millionths, y.value,
        t.first_liable_on, least(greatest(p_through, i.last_on), t.ends_on),
        CASE WHEN t.is_waived OR b.ordered_cents + r.cents <= r.over THEN 0 ELSE t.cap_cents END,
        i.debt_no, coalesce(i.posted, 0), coalesce(i.open_cents, 0)
    FROM (SELECT DISTINCT unnest(p_docket_ids) AS id) AS k
    CROSS JOIN LATERAL (
        SELECT DISTINCT ON (n.debt_no) n.* FROM ledger.interest_term AS n
        WHERE n.jurisdiction_id = j AND n.docket_id = k.id
        ORDER BY n.debt_no, n.entry_id DESC
    ) AS t
    JOIN ledger.debt AS b
        ON b.jurisdiction_id = j AND b.docket_id = k.id AND b.debt_no = t.debt_no
    JOIN ledger_api.policy_spans(j, 'interest_day_count') AS y
        ON b.entry_id >= y.from_entry AND b.entry_id < y.until_entry
    CROSS JOIN LATERAL (
        SELECT coalesce(sum(c.amount_cents), 0)::bigint AS cents, (
            SELECT a.value::bigint FROM ledger.authority_term AS a
            WHERE a.jurisdiction_id = j AND a.authority_id = b.authority_id
                AND a.name = 'interest_over'
        ) AS over
        FROM ledger.debt_change AS c
        WHERE c.jurisdiction_id = j AND c.docket_id = k.id AND c.debt_no = t.debt_no
            AND c.reason IN ('amended', 'vacated')
    ) AS r
    LEFT JOIN LATERAL (
        SELECT x.debt_no, x.ordered_cents + coalesce(h.cents, 0) AS posted,
            u.owed_cents - u.applied_cents AS open_cents,
            greatest(o.effective_on, h.last_on) AS last_on
        FROM ledger.debt_component AS m
        JOIN ledger.debt AS x
            ON x.jurisdiction_id = j AND x.docket_id = k.id AND x.debt_no = m.debt_no
            AND x.kind = b.kind || '_interest'
        JOIN ledger.debt_total AS u
            ON u.jurisdiction_id = j AND u.docket_id = k.id AND u.debt_no = m.debt_no
        JOIN ledger.journal_entry AS o ON o.jurisdiction_id = j AND o.id = x.entry_id
        CROSS JOIN LATERAL (
            SELECT sum(c.amount_cents)::bigint AS cents, max(e.effective_on) AS last_on
            FROM ledger.debt_change AS c
            JOIN ledger.journal_entry AS e ON e.jurisdiction_id = j AND e.id = c.entry_id
            WHERE c.jurisdiction_id = j AND c.docket_id = k.id AND c.debt_no = m.debt_no
                AND c.reason = 'interest'
        ) AS h
        WHERE m.jurisdiction_id = j AND m.docket_id = k.id AND m.parent_debt_no = b.debt_no
    ) AS i ON true
    WHERE r.over IS NOT NULL;
END $$;
COMMENT ON FUNCTION ledger_api.interest_state IS
'On which terms debts of these dockets bear interest, and what was posted of it.';
