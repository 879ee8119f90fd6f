-- What is owed at the end of a day, part by part with the day on which it was due: by the newest
-- schedule, whose parts payments fill in order and from whose end falls what is no longer owed;
-- what no schedule names, at judgment; interest and penalties from the day on which they first
-- accrued. A joint claim is due as a whole since the first of its judgments.
CREATE FUNCTION ledger_api.receivable_parts(
    j integer, p_as_of date, p_known_at timestamptz, p_fund text, p_by_effective_day boolean
) RETURNS TABLE (
    fund_id integer, citation text, debt_kind text, due_on date, cents bigint
)
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    WITH units AS MATERIALIZED (
        SELECT m.fund_id, m.claim_id, m.citation, m.debt_kind, min(m.docket_id) AS docket_id,
            min(m.debt_no) AS debt_no, sum(m.cents)::bigint AS open,
            coalesce(-sum(m.cents) FILTER (WHERE m.what = 'paid'), 0)::bigint AS paid,
            CASE WHEN min(m.what) FILTER (WHERE m.what = 'ordered') IS NULL THEN min(m.day)
                ELSE min(d.judgment_on) END AS due_on
        FROM ledger_api.debt_movements(j, p_as_of, p_known_at, p_fund, p_by_effective_day) AS m
        JOIN ledger.docket AS d ON d.jurisdiction_id = j AND d.entry_id = m.docket_id
        GROUP BY m.fund_id, m.claim_id, m.citation, m.debt_kind,
            CASE WHEN m.claim_id IS NULL THEN m.docket_id END,
            CASE WHEN m.claim_id IS NULL THEN m.debt_no END
        HAVING sum(m.cents) <> 0
    ), parts AS (
        SELECT i.docket_id, i.debt_no, i.due_on, i.number, i.entry_id, i.amount_cents,
            max(i.entry_id) OVER (PARTITION BY i.docket_id, i.debt_no) AS newest
        FROM ledger.instalment AS i
        JOIN ledger.journal_entry AS e ON e.jurisdiction_id = j AND e.id = i.entry_id
        LEFT JOIN ledger.sealed_entry AS n
            ON n.jurisdiction_id = j AND n.entry_id = i.entry_id
        WHERE i.jurisdiction_id = j
            AND CASE WHEN p_by_effective_day THEN e.effective_on ELSE e.posted_on END <= p_as_of
            AND (p_known_at IS NULL OR n.number <= ledger_api.known_number(p_known_at))
    ), schedule AS (
        SELECT p.docket_id, p.debt_no, p.due_on, p.amount_cents, sum(p.amount_cents) OVER (
                PARTITION BY p.docket_id, p.debt_no ORDER BY p.due_on, p.number
            ) AS upto
        FROM parts AS p
        WHERE p.entry_id = p.newest
    )
    SELECT u.fund_id, u.citation, u.debt_kind, s.due_on, greatest(
            least(s.upto, u.open + u.paid) - greatest(s.upto - s.amount_cents, u.paid), 0
        )::bigint
    FROM units AS u
    JOIN schedule AS s ON s.docket_id = u.docket_id AND s.debt_no = u.debt_no
    WHERE u.claim_id IS NULL
    UNION ALL
    SELECT u.fund_id, u.citation, u.debt_kind, u.due_on,
        u.open - greatest(least(u.open, coalesce(t.upto, 0) - u.paid), 0)::bigint
    FROM units AS u
    LEFT JOIN LATERAL (
        SELECT max(s.upto) AS upto FROM schedule AS s
        WHERE u.claim_id IS NULL AND s.docket_id = u.docket_id AND s.debt_no = u.debt_no
    ) AS t ON true
$$;
COMMENT ON FUNCTION ledger_api.receivable_parts IS
'What is owed at the end of a day, part by part with the day on which it was due.';
