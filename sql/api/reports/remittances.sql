-- What each recipient was due under each statute, what was sent on and when the law wanted it:
-- every recipient in every period, zeros shown. A period is that of the share's posting. late:
-- sent after its day, or neither sent nor taken back by then; money still held is not late. What
-- was taken back after it had been sent, and is not settled, is due from the recipient.
CREATE FUNCTION ledger_api.remittances(
    p_begin date,
    p_end date,
    p_known_at timestamptz,
    p_period text,
    p_fund text,
    p_by_effective_day boolean DEFAULT false
) RETURNS TABLE (
    fund text,
    fund_name text,
    recipient text,
    citation text,
    period text,
    due_cents bigint,
    deadline date,
    sent_cents bigint,
    late_cents bigint,
    late_days integer,
    held_cents bigint,
    held_until date,
    due_from_cents bigint
)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
SET jit = off SET plan_cache_mode = force_custom_plan AS $$
#variable_conflict use_column
DECLARE
    j integer := ledger_api.require_role(
        'clerk', 'grants', 'reconciler', 'approver', 'auditor', 'owner'
    );
    v_start smallint := (SELECT fiscal_year_start_month FROM ledger.jurisdiction WHERE id = j);
    v_last date := least(p_end, ledger_api.court_today());
    v_known bigint := ledger_api.known_number(p_known_at);
BEGIN
    RETURN QUERY
    WITH places AS MATERIALIZED (
        SELECT a.id AS account_id, f.code, f.name, r.id AS recipient_id, r.code AS recipient
        FROM ledger.account AS a
        JOIN ledger.fund AS f ON f.jurisdiction_id = j AND f.id = a.fund_id
        JOIN ledger.recipient AS r ON r.jurisdiction_id = j AND r.id = a.recipient_id
        WHERE a.jurisdiction_id = j AND a.role = 'due_to' AND (p_fund IS NULL OR f.code = p_fund)
    ), known AS (
        SELECT e.id, e.docket_id, e.kind, e.effective_on, e.reverses_entry_id,
            CASE WHEN p_by_effective_day THEN e.effective_on ELSE e.posted_on END AS day
        FROM ledger.journal_entry AS e
        LEFT JOIN ledger.sealed_entry AS n ON n.jurisdiction_id = j AND n.entry_id = e.id
        WHERE e.jurisdiction_id = j AND (p_known_at IS NULL OR n.number <= v_known)
    ), shares AS (
        SELECT s.account_id, p.entry_id, p.line, p.debt_no, s.cents
        FROM ledger.posting AS p
        CROSS JOIN LATERAL (
            VALUES (p.credit_account_id, p.amount_cents), (p.debit_account_id, -p.amount_cents)
        ) AS s (account_id, cents)
        WHERE p.jurisdiction_id = j
    ), holds AS MATERIALIZED (
        SELECT m.*, ledger_api.receipt_available_on(m.method, m.effective_on) AS available_on
        FROM (
            SELECT DISTINCT c.method, e.effective_on
            FROM ledger.receipt AS c
            JOIN ledger.journal_entry AS e ON e.jurisdiction_id = j AND e.id = c.entry_id
            WHERE c.jurisdiction_id = j
        ) AS m
    ), facts AS (
        SELECT w.account_id, e.day, s.cents, k.kind = 'repayment' AS is_repaid,
            coalesce(u.citation, replace(k.kind, '_', ' ')) AS citation,
            x.effective_on AS sent_on, v.id IS NOT NULL AS is_reversed,
            ledger_api.remit_due_on(t.value, e.effective_on) AS deadline,
            y.id IS NOT NULL AS takes_back, coalesce(h.available_on, e.effective_on)
                AS available_on
        FROM shares AS s
        JOIN places AS w ON w.account_id = s.account_id
        JOIN known AS e ON e.id = s.entry_id AND e.day <= v_last
        JOIN known AS k ON k.id = CASE WHEN e.reverses_entry_id IS NULL THEN e.id
            ELSE e.reverses_entry_id END
        LEFT JOIN ledger.receipt AS c ON c.jurisdiction_id = j AND c.entry_id = e.id
        LEFT JOIN holds AS h ON h.method = c.method AND h.effective_on = e.effective_on
        LEFT JOIN ledger.debt AS b
            ON b.jurisdiction_id = j AND b.docket_id = e.docket_id AND b.debt_no = s.debt_no
        LEFT JOIN ledger.authority AS u ON u.jurisdiction_id = j AND u.id = b.authority_id
        LEFT JOIN ledger.authority_term AS t
            ON t.jurisdiction_id = j AND t.authority_id = u.id AND t.name = 'remit_due'
        LEFT JOIN known AS v ON v.reverses_entry_id = e.id AND v.day <= v_last
        LEFT JOIN ledger.remittance_line AS l
            ON l.jurisdiction_id = j AND l.paid_entry_id = s.entry_id
            AND l.paid_line = s.line AND l.recipient_id = w.recipient_id
        LEFT JOIN known AS x ON x.id = l.entry_id AND x.day <= v_last
        LEFT JOIN ledger.remittance_line AS q
            ON q.jurisdiction_id = j AND q.paid_entry_id = e.reverses_entry_id
            AND q.paid_line = s.line AND q.recipient_id = w.recipient_id
        LEFT JOIN known AS y ON y.id = q.entry_id AND y.day <= v_last
        WHERE e.kind <> 'remittance'
    ), judged AS (
        SELECT f.*, f.cents > 0 AND f.sent_on IS NULL AND f.available_on > v_last AS is_held,
            CASE WHEN f.cents > 0 AND (f.sent_on IS NOT NULL
                    OR NOT f.is_reversed AND f.available_on <= v_last)
                THEN coalesce(f.sent_on, v_last) - f.deadline END AS days
        FROM facts AS f
        WHERE f.day >= p_begin
    ), sums AS (
        SELECT f.account_id, f.citation, ledger_api.period_label(f.day, p_period, v_start)
                AS period,
            sum(f.cents) AS due, coalesce(
                min(f.deadline) FILTER (WHERE f.sent_on IS NULL AND NOT f.is_reversed
                    AND f.cents > 0), max(f.deadline) FILTER (WHERE f.cents > 0)
            ) AS deadline,
            sum(f.cents) FILTER (WHERE f.sent_on IS NOT NULL) AS sent,
            sum(f.cents) FILTER (WHERE f.days > 0) AS late, max(f.days) AS days,
            sum(f.cents) FILTER (WHERE f.is_held AND NOT f.is_reversed) AS held,
            max(f.available_on) FILTER (WHERE f.is_held AND NOT f.is_reversed) AS held_until,
            -sum(f.cents) FILTER (WHERE f.sent_on IS NULL AND (f.is_repaid OR f.takes_back))
                AS due_from
        FROM judged AS f
        GROUP BY 1, 2, 3
    ), periods AS (
        SELECT DISTINCT ledger_api.period_label(g.day::date, p_period, v_start) AS period
        FROM generate_series(
            greatest(p_begin, (SELECT coalesce(min(f.day), v_last) FROM facts AS f)), v_last,
            interval '1 day'
        ) AS g (day)
    ), lines AS (
        SELECT DISTINCT w.account_id, coalesce(s.citation, '') AS citation
        FROM places AS w LEFT JOIN sums AS s ON s.account_id = w.account_id
    )
    SELECT w.code, w.name, w.recipient, i.citation, t.period, coalesce(s.due, 0)::bigint,
        s.deadline, coalesce(s.sent, 0)::bigint, coalesce(s.late, 0)::bigint,
        greatest(s.days, 0), coalesce(s.held, 0)::bigint, s.held_until,
        coalesce(s.due_from, 0)::bigint
    FROM lines AS i
    JOIN places AS w ON w.account_id = i.account_id
    CROSS JOIN periods AS t
    LEFT JOIN sums AS s
        ON s.account_id = i.account_id AND s.citation = i.citation AND s.period = t.period
    ORDER BY w.code, w.recipient COLLATE "C", i.citation COLLATE "C", t.period;
END $$;
COMMENT ON FUNCTION ledger_api.remittances IS
'What each recipient was due under each statute, what was sent on and when; zeros shown.';
