-- What each purse held when a range of days began, what came in and went out, what it holds at the
-- end, and what of it is available for awards. Money brought from the till to the bank is neither
-- in nor out; what a returned check makes a fund owe its court is not available.
CREATE FUNCTION ledger_api.fund_balance(
    p_begin date,
    p_end date,
    p_known_at timestamptz,
    p_fund text,
    p_purpose text,
    p_by_effective_day boolean DEFAULT false
) RETURNS TABLE (
    fund text,
    fund_name text,
    purpose text,
    year_of_availability smallint,
    opening_cents bigint,
    in_cents bigint,
    out_cents bigint,
    closing_cents bigint,
    available_cents bigint
)
LANGUAGE sql STABLE SECURITY INVOKER SET search_path = pg_catalog, pg_temp AS $$
    WITH moved AS (
        SELECT d.purse_id, a.role, d.posted_on < p_begin AS is_before,
            sum(d.debit_cents) AS debit, sum(d.credit_cents) AS credit
        FROM ledger_api.day_movements(p_end, p_known_at, p_by_effective_day) AS d
        JOIN ledger.account AS a ON a.id = d.account_id
        WHERE a.role IN ('undeposited', 'bank', 'cash', 'available', 'due_from_court')
        GROUP BY 1, 2, 3
    ), purses AS (
        SELECT m.purse_id,
            sum(m.debit - m.credit)
                FILTER (WHERE m.is_before AND m.role IN ('undeposited', 'bank', 'cash')) AS opening,
            sum(m.debit) FILTER (WHERE NOT m.is_before AND m.role IN ('undeposited', 'cash'))
                AS came_in,
            sum(m.credit)
                FILTER (WHERE NOT m.is_before AND m.role IN ('undeposited', 'bank', 'cash'))
                - coalesce(sum(m.debit) FILTER (WHERE NOT m.is_before AND m.role = 'bank'), 0)
                AS went_out,
            coalesce(sum(m.credit - m.debit) FILTER (WHERE m.role = 'available'), 0) + least(
                0, sum(m.debit - m.credit) FILTER (WHERE m.role = 'due_from_court')
            ) AS available
        FROM moved AS m
        GROUP BY m.purse_id
    )
    SELECT f.code, f.name, w.purpose, w.year_of_availability, coalesce(p.opening, 0)::bigint,
        coalesce(p.came_in, 0)::bigint, coalesce(p.went_out, 0)::bigint,
        (coalesce(p.opening, 0) + coalesce(p.came_in, 0) - coalesce(p.went_out, 0))::bigint,
        coalesce(p.available, 0)::bigint
    FROM ledger.fund AS f
    JOIN ledger.purse AS w ON w.jurisdiction_id = f.jurisdiction_id AND w.fund_id = f.id
    LEFT JOIN purses AS p ON p.purse_id = w.id
    WHERE f.jurisdiction_id = (SELECT ledger.visible_jurisdiction())
        AND (p_fund IS NULL OR f.code = p_fund) AND (p_purpose IS NULL OR w.purpose = p_purpose)
    ORDER BY f.code, w.purpose, w.year_of_availability
$$;
COMMENT ON FUNCTION ledger_api.fund_balance IS
'What each purse held, received, paid and holds, and what of it is available for awards.';
