-- What is not explained at the end of a day, by class and age, with who sees to it and by when.
-- Ages are banking days, since the day of the money and since the ledger saw it. Without an act of
-- a person the role of the class owns it, and it is due after the days of the class. Errors of the
-- bank or the books stay here until they are put right, with what a person said.
CREATE FUNCTION ledger_api.exception_list(p_as_of date, p_account text) RETURNS TABLE (
    name text, class text, account text, fund text, since date, seen_on date, age_days integer,
    seen_days integer, amount_cents bigint, detail text, owner text, due_on date,
    is_overdue boolean, resolution text, reason text
)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
SET plan_cache_mode = force_custom_plan SET jit = off AS $$
#variable_conflict use_column
DECLARE
    j integer := ledger_api.require_role('clerk', 'reconciler', 'approver', 'auditor', 'owner');
    v_zone text := (SELECT t.time_zone FROM ledger.jurisdiction AS t WHERE t.id = j);
BEGIN
    RETURN QUERY
    WITH found AS MATERIALIZED (
        SELECT x.* FROM ledger_api.line_exceptions(j, p_as_of) AS x
        UNION ALL
        SELECT x.*, NULL::integer FROM ledger_api.balance_exceptions(j, p_as_of) AS x
        UNION ALL
        SELECT x.*, NULL::integer FROM ledger_api.book_exceptions(j, p_as_of) AS x
        UNION ALL
        SELECT x.*, NULL::integer FROM ledger_api.gate_exceptions(j, p_as_of) AS x
    ), classes AS (
        SELECT * FROM (VALUES
            ('timing', 1, 'reconciler', 0), ('missing_in_bank', 2, 'reconciler', 5),
            ('missing_in_books', 3, 'clerk', 3), ('amount_differs', 4, 'reconciler', 3),
            ('duplicate_suspect', 5, 'reconciler', 3), ('ambiguous', 6, 'reconciler', 3),
            ('returned', 7, 'clerk', 1), ('unidentified_receipt', 8, 'clerk', 5),
            ('control_failed', 9, 'reconciler', 1), ('stale_check', 10, 'clerk', 10),
            ('bank_unlike_books', 11, 'approver', 1), ('cases_unlike_books', 12, 'approver', 1),
            ('receipt_number_gap', 13, 'approver', 2),
            ('deposit_unlike_receipts', 14, 'approver', 1), ('deposit_late', 15, 'clerk', 1),
            ('void_without_approval', 16, 'approver', 2),
            ('negative_case_balance', 17, 'clerk', 2), ('split_unlike_receipt', 18, 'clerk', 1),
            ('remittance_late', 19, 'clerk', 1), ('paid_while_gated', 20, 'clerk', 1),
            ('suspense_old', 21, 'clerk', 5)
        ) AS v (class, place, role, days)
    ), acts AS MATERIALIZED (
        SELECT c.exception, c.change, c.resolution, c.reason, p.login, c.due_on, row_number() OVER (
            PARTITION BY c.exception, c.change = 'assigned' ORDER BY c.entry_id DESC
        ) AS place
        FROM ledger.exception_change AS c
        JOIN ledger.journal_entry AS e ON e.jurisdiction_id = j AND e.id = c.entry_id
        LEFT JOIN ledger.principal AS p ON p.id = c.owner_id
        WHERE c.jurisdiction_id = j AND e.effective_on <= p_as_of
    ), dated AS MATERIALIZED (
        SELECT f.*, least(f.since, p_as_of) AS day, least(coalesce(
            (e.recorded_at AT TIME ZONE v_zone)::date, f.since
        ), p_as_of) AS seen
        FROM found AS f
        LEFT JOIN ledger.journal_entry AS e ON e.jurisdiction_id = j AND e.id = f.entry_id
    ), days AS MATERIALIZED (
        SELECT d.day, d.number FROM ledger_api.banking_days(
            (SELECT least(min(x.day), min(x.seen)) FROM dated AS x), p_as_of + 5500
        ) AS d
    ), firsts AS MATERIALIZED (
        SELECT d.number, min(d.day) AS day FROM days AS d GROUP BY d.number
    )
    SELECT d.name, d.class, d.account, coalesce(u.code, ''), d.day, d.seen,
        t.number - a.number, t.number - s.number, d.amount_cents, d.detail,
        coalesce(o.login, k.role), coalesce(o.due_on, q.day),
        coalesce(o.due_on, q.day) < p_as_of, r.resolution, r.reason
    FROM dated AS d
    JOIN classes AS k ON k.class = d.class
    JOIN days AS a ON a.day = d.day
    JOIN days AS s ON s.day = d.seen
    JOIN days AS t ON t.day = p_as_of
    JOIN firsts AS q ON q.number = a.number + k.days + coalesce(d.window_days, 0)
    LEFT JOIN ledger.fund AS u ON u.jurisdiction_id = j AND u.id = d.fund_id
    LEFT JOIN acts AS o ON o.exception = d.name AND o.change = 'assigned' AND o.place = 1
    LEFT JOIN acts AS r ON r.exception = d.name AND r.change = 'resolved' AND r.place = 1
    WHERE (r.resolution = 'explained') IS NOT TRUE
        AND (p_account IS NULL OR d.account = p_account)
    ORDER BY k.place, d.day, d.name COLLATE "C";
END $$;
COMMENT ON FUNCTION ledger_api.exception_list IS
'What is not explained at the end of a day, by class and age, with who sees to it and by when.';
