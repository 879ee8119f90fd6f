-- How old at the end of a day what waits is: receivables by statute and kind of debt since they
-- were due, money that no debt has claimed since its receipt, shares that are held before they may
-- be sent, and checks that are not void. late_cents: of money without a debt what waits longer than
-- the policy suspense_alert_days has it. Zeros shown.
CREATE FUNCTION ledger_api.ageing(
    p_as_of date,
    p_known_at timestamptz,
    p_fund text,
    p_by_effective_day boolean DEFAULT false
) RETURNS TABLE (
    fund text,
    fund_name text,
    part text,
    citation text,
    debt_kind text,
    current_cents bigint,
    days_30_cents bigint,
    days_60_cents bigint,
    days_90_cents bigint,
    days_365_cents bigint,
    older_cents bigint,
    late_cents bigint
)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
SET jit = off SET plan_cache_mode = force_custom_plan AS $$
#variable_conflict use_column
DECLARE
    j integer := ledger_api.require_role(
        'clerk', 'grants', 'reconciler', 'approver', 'auditor', 'owner'
    );
    v_known bigint := ledger_api.known_number(p_known_at);
    v_alert integer := ledger_api.policy_in_force('suspense_alert_days')::integer;
BEGIN
    RETURN QUERY
    WITH places AS (
        SELECT f.id, f.code, f.name FROM ledger.fund AS f
        WHERE f.jurisdiction_id = j AND f.kind LIKE 'custodial%'
            AND (p_fund IS NULL OR f.code = p_fund)
    ), aged AS (
        SELECT r.fund_id, 'receivable' AS part, r.citation, r.debt_kind, r.due_on AS since,
            r.cents
        FROM ledger_api.receivable_parts(j, p_as_of, p_known_at, p_fund, p_by_effective_day) AS r
        UNION ALL
        SELECT s.fund_id, 'suspense', '', '', s.received_on, s.cents
        FROM ledger_api.suspense_parts(j, p_as_of, p_known_at, p_by_effective_day) AS s
        UNION ALL
        SELECT h.fund_id, 'held', '', '', h.received_on, h.cents
        FROM ledger_api.held_parts(j, p_as_of, p_known_at, p_by_effective_day) AS h
        UNION ALL
        SELECT k.fund_id, 'check', '', '', e.effective_on, k.amount_cents
        FROM ledger.check_issued AS k
        JOIN ledger.journal_entry AS e ON e.jurisdiction_id = j AND e.id = k.entry_id
        LEFT JOIN ledger.sealed_entry AS n ON n.jurisdiction_id = j AND n.entry_id = k.entry_id
        WHERE k.jurisdiction_id = j
            AND CASE WHEN p_by_effective_day THEN e.effective_on ELSE e.posted_on END <= p_as_of
            AND (p_known_at IS NULL OR n.number <= v_known)
            AND NOT EXISTS (
                SELECT FROM ledger.check_void AS x
                JOIN ledger.journal_entry AS b ON b.jurisdiction_id = j AND b.id = x.entry_id
                LEFT JOIN ledger.sealed_entry AS m
                    ON m.jurisdiction_id = j AND m.entry_id = x.entry_id
                WHERE x.jurisdiction_id = j AND x.check_id = k.entry_id
                    AND CASE WHEN p_by_effective_day THEN b.effective_on
                        ELSE b.posted_on END <= p_as_of
                    AND (p_known_at IS NULL OR m.number <= v_known)
            )
    ), lines AS (
        SELECT DISTINCT p.id AS fund_id, 'receivable' AS part, u.citation, u.debt_kind
        FROM places AS p
        JOIN ledger.authority AS u ON u.jurisdiction_id = j
        LEFT JOIN ledger.sealed_entry AS n ON n.jurisdiction_id = j AND n.entry_id = u.entry_id
        WHERE u.effective_from <= p_as_of AND (u.effective_to >= p_as_of) IS NOT FALSE
            AND (p_known_at IS NULL OR n.number <= v_known)
        UNION
        SELECT p.id, w.part, '', ''
        FROM places AS p CROSS JOIN (VALUES ('suspense'), ('held'), ('check')) AS w (part)
        UNION
        SELECT a.fund_id, a.part, a.citation, a.debt_kind FROM aged AS a
    ), sums AS (
        SELECT a.fund_id, a.part, a.citation, a.debt_kind, sum(a.cents) AS cents,
            width_bucket(p_as_of - a.since, ARRAY[1, 31, 61, 91, 366]) AS bucket,
            sum(a.cents) FILTER (
                WHERE a.part = 'suspense' AND p_as_of - a.since > v_alert
            ) AS late
        FROM aged AS a
        GROUP BY a.fund_id, a.part, a.citation, a.debt_kind, 6
    )
    SELECT p.code, p.name, i.part, i.citation, i.debt_kind,
        coalesce(sum(s.cents) FILTER (WHERE s.bucket = 0), 0)::bigint,
        coalesce(sum(s.cents) FILTER (WHERE s.bucket = 1), 0)::bigint,
        coalesce(sum(s.cents) FILTER (WHERE s.bucket = 2), 0)::bigint,
        coalesce(sum(s.cents) FILTER (WHERE s.bucket = 3), 0)::bigint,
        coalesce(sum(s.cents) FILTER (WHERE s.bucket = 4), 0)::bigint,
        coalesce(sum(s.cents) FILTER (WHERE s.bucket = 5), 0)::bigint,
        coalesce(sum(s.late), 0)::bigint
    FROM lines AS i
    JOIN places AS p ON p.id = i.fund_id
    LEFT JOIN sums AS s
        ON s.fund_id = i.fund_id AND s.part = i.part AND s.citation = i.citation
        AND s.debt_kind = i.debt_kind
    GROUP BY p.code, p.name, i.part, i.citation, i.debt_kind
    ORDER BY p.code COLLATE "C",
        array_position('{receivable,suspense,held,check}'::text[], i.part),
        i.citation COLLATE "C", i.debt_kind;
END $$;
COMMENT ON FUNCTION ledger_api.ageing IS
'How old at the end of a day what waits is: receivables, unclaimed money, held shares, checks.';
