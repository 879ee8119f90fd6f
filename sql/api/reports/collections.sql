-- What courts ordered and what became of it, by statute and kind of debt, for every statute in
-- force in every period, zeros shown. outstanding, written_off: at the end of the period. A row
-- without a citation stands for the whole fund: what it holds unapplied, and what the trial
-- balance has as its receivable.
CREATE FUNCTION ledger_api.collections(
    p_begin date,
    p_end date,
    p_known_at timestamptz,
    p_period text,
    p_fund text,
    p_by_effective_day boolean DEFAULT false
) RETURNS TABLE (
    fund text,
    fund_name text,
    citation text,
    debt_kind text,
    period text,
    ordered_cents bigint,
    amended_cents bigint,
    vacated_cents bigint,
    interest_cents bigint,
    penalty_cents bigint,
    remission_cents bigint,
    waiver_cents bigint,
    reduction_cents bigint,
    extinction_cents bigint,
    paid_cents bigint,
    outstanding_cents bigint,
    written_off_cents bigint,
    unapplied_cents bigint,
    receivable_cents bigint
)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
SET jit = off SET plan_cache_mode = force_custom_plan AS $$
#variable_conflict use_column
DECLARE
    j integer := ledger_api.require_role(
        'clerk', 'grants', 'reconciler', 'approver', 'auditor', 'owner'
    );
    v_start smallint := (SELECT fiscal_year_start_month FROM ledger.jurisdiction WHERE id = j);
    v_last date := least(p_end, ledger_api.court_today(), (
        SELECT p_known_at AT TIME ZONE t.time_zone - interval '1 microsecond'
        FROM ledger.jurisdiction AS t WHERE t.id = j
    )::date);
    v_known bigint := ledger_api.known_number(p_known_at);
    v_first date;
    v_periods text[];
    v_ends date[];
BEGIN
    v_first := greatest(p_begin, coalesce(
        (
            SELECT min(m.day) FROM ledger_api.debt_movements(
                j, v_last, p_known_at, p_fund, p_by_effective_day
            ) AS m
        ), v_last
    ));
    SELECT array_agg(t.period ORDER BY t.ends), array_agg(t.ends ORDER BY t.ends)
    INTO v_periods, v_ends
    FROM (
        SELECT ledger_api.period_label(g.day::date, p_period, v_start) AS period,
            max(g.day)::date AS ends
        FROM generate_series(v_first, v_last, interval '1 day') AS g (day)
        GROUP BY 1
    ) AS t;
    RETURN QUERY
    WITH periods AS MATERIALIZED (
        SELECT t.period, t.ends
        FROM unnest(v_periods, v_ends) AS t (period, ends)
    ), places AS (
        SELECT f.id, f.code, f.name FROM ledger.fund AS f
        WHERE f.jurisdiction_id = j AND f.kind LIKE 'custodial%'
            AND (p_fund IS NULL OR f.code = p_fund)
    ), sums AS MATERIALIZED (
        -- What was before the first day is in no period, and still is outstanding.
        SELECT m.fund_id, m.citation, m.debt_kind, t.period, m.what, sum(m.cents) AS cents
        FROM ledger_api.debt_movements(
            j, v_last, p_known_at, p_fund, p_by_effective_day
        ) AS m
        LEFT JOIN periods AS t
            ON m.day >= v_first AND t.period = ledger_api.period_label(m.day, p_period, v_start)
        GROUP BY 1, 2, 3, 4, 5
    ), written AS (
        SELECT w.day, d.fund_id, u.citation, b.kind AS debt_kind, sum(w.cents) AS cents
        FROM ledger_api.written_off(j, v_ends, p_known_at, p_fund, p_by_effective_day) AS w
        JOIN ledger.docket AS d ON d.jurisdiction_id = j AND d.entry_id = w.docket_id
        JOIN ledger.debt AS b
            ON b.jurisdiction_id = j AND b.docket_id = w.docket_id AND b.debt_no = w.debt_no
        JOIN ledger.authority AS u ON u.jurisdiction_id = j AND u.id = b.authority_id
        GROUP BY 1, 2, 3, 4
    ), lines AS (
        SELECT p.id AS fund_id, u.citation, u.debt_kind
        FROM places AS p
        JOIN ledger.authority AS u ON u.jurisdiction_id = j
        LEFT JOIN ledger.sealed_entry AS n ON n.jurisdiction_id = j AND n.entry_id = u.entry_id
        WHERE u.effective_from <= v_last AND (u.effective_to >= v_first) IS NOT FALSE
            AND (p_known_at IS NULL OR n.number <= v_known)
        UNION
        SELECT s.fund_id, s.citation, s.debt_kind FROM sums AS s
    ), facts AS (
        SELECT i.*, t.period, t.ends, s.*, o.outstanding
        FROM lines AS i
        CROSS JOIN periods AS t
        CROSS JOIN LATERAL (
            SELECT sum(s.cents) FILTER (WHERE s.what = 'ordered') AS ordered,
                sum(s.cents) FILTER (WHERE s.what = 'amended') AS amended,
                sum(s.cents) FILTER (WHERE s.what = 'vacated') AS vacated,
                sum(s.cents) FILTER (WHERE s.what = 'interest') AS interest,
                sum(s.cents) FILTER (WHERE s.what = 'penalty') AS penalty,
                sum(s.cents) FILTER (WHERE s.what = 'remission') AS remission,
                sum(s.cents) FILTER (WHERE s.what = 'waiver') AS waiver,
                sum(s.cents) FILTER (WHERE s.what = 'reduction') AS reduction,
                sum(s.cents) FILTER (WHERE s.what = 'extinction') AS extinction,
                -sum(s.cents) FILTER (WHERE s.what = 'paid') AS paid
            FROM sums AS s
            WHERE s.fund_id = i.fund_id AND s.citation = i.citation
                AND s.debt_kind = i.debt_kind AND s.period = t.period
        ) AS s
        CROSS JOIN LATERAL (
            SELECT sum(o.cents) AS outstanding
            FROM sums AS o
            LEFT JOIN periods AS k ON k.period = o.period
            WHERE o.fund_id = i.fund_id AND o.citation = i.citation
                AND o.debt_kind = i.debt_kind AND (k.ends <= t.ends) IS NOT FALSE
        ) AS o
    ), held AS (
        SELECT a.fund_id, t.period,
            sum(d.credit_cents - d.debit_cents) FILTER (WHERE a.role = 'unapplied') AS unapplied,
            sum(d.debit_cents - d.credit_cents) FILTER (WHERE a.role = 'receivable') AS receivable
        FROM ledger_api.day_movements(v_last, p_known_at, p_by_effective_day) AS d
        JOIN ledger.account AS a
            ON a.jurisdiction_id = j AND a.id = d.account_id
            AND a.role IN ('unapplied', 'receivable')
        JOIN periods AS t ON d.posted_on <= t.ends
        GROUP BY 1, 2
    )
    SELECT p.code, p.name, r.citation, r.debt_kind, r.period,
        r.ordered::bigint, r.amended::bigint, r.vacated::bigint, r.interest::bigint,
        r.penalty::bigint, r.remission::bigint, r.waiver::bigint, r.reduction::bigint,
        r.extinction::bigint, r.paid::bigint, r.outstanding::bigint, r.written_off::bigint,
        r.unapplied::bigint, r.receivable::bigint
    FROM places AS p
    JOIN (
        SELECT f.fund_id, f.citation, f.debt_kind, f.period, f.ends,
            coalesce(f.ordered, 0) AS ordered, coalesce(f.amended, 0) AS amended,
            coalesce(f.vacated, 0) AS vacated, coalesce(f.interest, 0) AS interest,
            coalesce(f.penalty, 0) AS penalty, coalesce(f.remission, 0) AS remission,
            coalesce(f.waiver, 0) AS waiver, coalesce(f.reduction, 0) AS reduction,
            coalesce(f.extinction, 0) AS extinction, coalesce(f.paid, 0) AS paid,
            coalesce(f.outstanding, 0) AS outstanding, coalesce(w.cents, 0) AS written_off,
            0 AS unapplied, 0 AS receivable
        FROM facts AS f
        LEFT JOIN written AS w
            ON w.day = f.ends AND w.fund_id = f.fund_id AND w.citation = f.citation
            AND w.debt_kind = f.debt_kind
        UNION ALL
        SELECT p.id, '', '', t.period, t.ends, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
            coalesce(h.unapplied, 0), coalesce(h.receivable, 0)
        FROM places AS p
        CROSS JOIN periods AS t
        LEFT JOIN held AS h ON h.fund_id = p.id AND h.period = t.period
    ) AS r ON r.fund_id = p.id
    ORDER BY p.code COLLATE "C", r.citation COLLATE "C", r.debt_kind, r.ends;
END $$;
COMMENT ON FUNCTION ledger_api.collections IS
'What courts ordered and what became of it, by statute, kind and period; zeros shown.';
