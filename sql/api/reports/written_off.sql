-- What of the receivable of each debt (of a joint claim: of all its debts, under the first of them)
-- no court expected at the end of each of these days. A debt that is written off stays owed, so
-- what was paid since is not counted; a claim is expected as long as one docket is.
CREATE FUNCTION ledger_api.written_off(
    j integer,
    p_ends date[],
    p_known_at timestamptz,
    p_fund text,
    p_by_effective_day boolean
) RETURNS TABLE (day date, docket_id bigint, debt_no smallint, cents bigint)
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    WITH known AS (
        SELECT e.id, CASE WHEN p_by_effective_day THEN e.effective_on ELSE e.posted_on END AS day
        FROM ledger.journal_entry AS e
        LEFT JOIN ledger.sealed_entry AS n ON n.jurisdiction_id = j AND n.entry_id = e.id
        WHERE e.jurisdiction_id = j
            AND (p_known_at IS NULL OR n.number <= ledger_api.known_number(p_known_at))
    ), named AS (
        SELECT DISTINCT w.docket_id, w.debt_no FROM ledger.write_off AS w
        WHERE w.jurisdiction_id = j
    ), joined AS (
        SELECT DISTINCT t.claim_id
        FROM named AS n
        JOIN ledger.debt_total AS t
            ON t.jurisdiction_id = j AND t.docket_id = n.docket_id AND t.debt_no = n.debt_no
    ), members AS (
        SELECT n.docket_id, n.debt_no, NULL::bigint AS claim_id
        FROM named AS n
        JOIN ledger.debt_total AS t
            ON t.jurisdiction_id = j AND t.docket_id = n.docket_id AND t.debt_no = n.debt_no
        WHERE t.claim_id IS NULL
        UNION ALL
        SELECT b.docket_id, b.debt_no, b.claim_id
        FROM joined AS k
        JOIN ledger.joint_debt AS b ON b.jurisdiction_id = j AND b.claim_id = k.claim_id
    ), moved AS MATERIALIZED (
        SELECT v.docket_id, v.debt_no, v.day, v.what, v.cents
        FROM ledger_api.debt_movements(
            j, (SELECT max(t.day) FROM unnest(p_ends) AS t (day)), p_known_at, p_fund,
            p_by_effective_day
        ) AS v
        JOIN members AS m ON m.docket_id = v.docket_id AND m.debt_no = v.debt_no
    ), standing AS (
        SELECT t.day, m.docket_id, m.debt_no, m.claim_id, (
                SELECT coalesce(sum(v.cents), 0) FROM moved AS v
                WHERE v.docket_id = m.docket_id AND v.debt_no = m.debt_no AND v.day <= t.day
            ) AS receivable, CASE WHEN k.id IS NULL THEN 0 ELSE b.ordered_cents END + (
                SELECT coalesce(sum(c.amount_cents), 0)
                FROM ledger.debt_change AS c
                JOIN known AS e ON e.id = c.entry_id AND e.day <= t.day
                WHERE c.jurisdiction_id = j AND c.docket_id = m.docket_id
                    AND c.debt_no = m.debt_no
            ) + (
                SELECT coalesce(sum(v.cents), 0) FROM moved AS v
                WHERE v.docket_id = m.docket_id AND v.debt_no = m.debt_no AND v.day <= t.day
                    AND v.what = 'paid'
            ) AS open, coalesce((
                SELECT w.amount_cents
                FROM ledger.write_off AS w
                JOIN known AS e ON e.id = w.entry_id AND e.day <= t.day
                WHERE w.jurisdiction_id = j AND w.docket_id = m.docket_id
                    AND w.debt_no = m.debt_no
                ORDER BY w.entry_id DESC LIMIT 1
            ), 0) AS written
        FROM unnest(p_ends) AS t (day)
        CROSS JOIN members AS m
        JOIN ledger.debt AS b
            ON b.jurisdiction_id = j AND b.docket_id = m.docket_id AND b.debt_no = m.debt_no
        LEFT JOIN known AS k ON k.id = b.entry_id AND k.day <= t.day
    )
    SELECT s.day, (array_agg(s.docket_id ORDER BY s.docket_id))[1],
        (array_agg(s.debt_no ORDER BY s.docket_id))[1], (sum(s.receivable) - least(
            sum(s.receivable), sum(greatest(s.open - s.written, 0))
        ))::bigint
    FROM standing AS s
    GROUP BY s.day, s.claim_id, CASE WHEN s.claim_id IS NULL THEN s.docket_id END,
        CASE WHEN s.claim_id IS NULL THEN s.debt_no END
$$;
COMMENT ON FUNCTION ledger_api.written_off IS
'What of the receivable of each debt no court expected at the end of each of these days.';
