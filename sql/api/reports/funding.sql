-- The way of the money: assessed and collected per court fund, split and remitted per recipient,
-- awarded and spent per fund; every fund and recipient in every period, zeros shown.
CREATE FUNCTION ledger_api.funding(
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
    period text,
    assessed_cents bigint,
    collected_cents bigint,
    split_cents bigint,
    remitted_cents bigint,
    awarded_cents bigint,
    spent_cents bigint
)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
SET jit = off AS $$
#variable_conflict use_column
DECLARE
    j integer := ledger_api.require_role(
        'clerk', 'grants', 'reconciler', 'approver', 'auditor', 'public', 'owner'
    );
    v_start smallint := (SELECT fiscal_year_start_month FROM ledger.jurisdiction WHERE id = j);
    -- No period shows that had not begun then; the end of a day still is that day.
    v_last date := least(p_end, ledger_api.court_today(), (
        SELECT p_known_at AT TIME ZONE t.time_zone - interval '1 microsecond'
        FROM ledger.jurisdiction AS t WHERE t.id = j
    )::date);
    v_known bigint := ledger_api.known_number(p_known_at);
BEGIN
    RETURN QUERY
    WITH days AS MATERIALIZED (
        SELECT * FROM ledger_api.day_movements(p_end, p_known_at, p_by_effective_day) AS d
    ), moved AS (
        SELECT a.fund_id, a.recipient_id, a.role,
            a.class = 'liability' AND a.role NOT IN ('due_to', 'uncollected') AS is_unclaimed,
            ledger_api.period_label(d.posted_on, p_period, v_start) AS period,
            sum(d.debit_cents) AS debit, sum(d.credit_cents) AS credit
        FROM days AS d
        JOIN ledger.account AS a ON a.jurisdiction_id = j AND a.id = d.account_id
        WHERE d.posted_on >= p_begin
        GROUP BY 1, 2, 3, 4, 5
    ), sent AS (
        -- Sent on, less what recipients gave back.
        SELECT a.fund_id, a.recipient_id, x.period, sum(r.sign * p.amount_cents) AS cents
        FROM (
            SELECT m.entry_id, 1 AS sign FROM ledger.remittance AS m WHERE m.jurisdiction_id = j
            UNION ALL
            SELECT m.entry_id, -1 FROM ledger.repayment AS m WHERE m.jurisdiction_id = j
        ) AS r
        JOIN ledger.journal_entry AS e ON e.jurisdiction_id = j AND e.id = r.entry_id
        JOIN ledger.posting AS p ON p.jurisdiction_id = j AND p.entry_id = r.entry_id
        JOIN ledger.account AS a
            ON a.jurisdiction_id = j AND a.role = 'due_to'
            AND a.id IN (p.debit_account_id, p.credit_account_id)
        CROSS JOIN LATERAL (
            SELECT CASE WHEN p_by_effective_day THEN e.effective_on ELSE e.posted_on END AS day
        ) AS t
        CROSS JOIN LATERAL (
            SELECT ledger_api.period_label(t.day, p_period, v_start) AS period
        ) AS x
        LEFT JOIN ledger.sealed_entry AS n ON n.jurisdiction_id = j AND n.entry_id = r.entry_id
        WHERE t.day BETWEEN p_begin AND p_end
            AND (p_known_at IS NULL OR n.number <= v_known)
        GROUP BY GROUPING SETS ((1, 2, 3), (1, 3))
    ), flows AS (
        SELECT m.fund_id, m.recipient_id, m.period,
            coalesce(sum(m.debit - m.credit)
                FILTER (WHERE m.role IN ('undeposited', 'bank', 'cash_over_short')), 0) AS kept,
            coalesce(sum(m.debit - m.credit) FILTER (WHERE m.role = 'receivable'), 0)
                AS still_owed,
            coalesce(sum(m.credit - m.debit) FILTER (WHERE m.is_unclaimed), 0) AS unclaimed,
            coalesce(sum(m.credit - m.debit) FILTER (WHERE m.role = 'due_to'), 0) AS due,
            coalesce(sum(m.credit - m.debit)
                FILTER (WHERE m.role IN ('obligated', 'expended')), 0) AS awarded,
            coalesce(sum(m.credit - m.debit) FILTER (WHERE m.role = 'expended'), 0) AS spent
        FROM moved AS m
        GROUP BY 1, 2, 3
    ), places AS (
        SELECT f.id AS fund_id, f.code, f.name, NULL::integer AS recipient_id, '' AS recipient
        FROM ledger.fund AS f
        WHERE f.jurisdiction_id = j AND (p_fund IS NULL OR f.code = p_fund)
        UNION ALL
        SELECT f.id, f.code, f.name, r.id, r.code
        FROM ledger.account AS a
        JOIN ledger.fund AS f ON f.jurisdiction_id = j AND f.id = a.fund_id
        JOIN ledger.recipient AS r ON r.jurisdiction_id = j AND r.id = a.recipient_id
        WHERE a.jurisdiction_id = j AND a.role = 'due_to' AND (p_fund IS NULL OR f.code = p_fund)
    ), periods AS (
        SELECT DISTINCT ledger_api.period_label(g.day::date, p_period, v_start) AS period
        FROM generate_series(
            greatest(p_begin, (
                SELECT coalesce(min(k.posted_on), v_last) FROM (
                    SELECT d.posted_on FROM days AS d
                    GROUP BY d.account_id, d.purse_id, d.posted_on
                    HAVING sum(d.debit_cents) <> 0 OR sum(d.credit_cents) <> 0
                ) AS k
            )),
            v_last, interval '1 day'
        ) AS g (day)
    )
    SELECT p.code, p.name, p.recipient, t.period,
        (coalesce(w.still_owed, 0) + c.collected)::bigint, c.collected::bigint,
        (coalesce(w.due, 0) + c.remitted)::bigint, c.remitted::bigint,
        coalesce(w.awarded, 0)::bigint, coalesce(w.spent, 0)::bigint
    FROM places AS p
    CROSS JOIN periods AS t
    LEFT JOIN flows AS w
        ON w.fund_id = p.fund_id AND w.period = t.period
        AND w.recipient_id IS NOT DISTINCT FROM p.recipient_id
    LEFT JOIN sent AS s
        ON s.fund_id = p.fund_id AND s.period = t.period
        AND s.recipient_id IS NOT DISTINCT FROM p.recipient_id
    -- What a court's fund collected is what it kept and what it sent on, without what no debt
    -- has claimed or what it owes to others than recipients.
    CROSS JOIN LATERAL (
        SELECT CASE WHEN p.recipient_id IS NULL
                THEN coalesce(w.kept - w.unclaimed, 0) + coalesce(s.cents, 0)
                ELSE 0 END AS collected,
            CASE WHEN p.recipient_id IS NULL THEN 0 ELSE coalesce(s.cents, 0) END AS remitted
    ) AS c
    ORDER BY p.code, p.recipient, t.period;
END $$;
COMMENT ON FUNCTION ledger_api.funding IS
'The way of the money: assessed, collected, split, remitted, awarded, spent; zeros shown.';
