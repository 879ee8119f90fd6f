-- By how much the interest posted on debts of these dockets falls short of what accrued (negative:
-- exceeds it). What accrued is rounded once, half up; what was paid of it stays paid.
CREATE FUNCTION ledger_api.interest_due(j integer, p_docket_ids bigint[], p_through date)
RETURNS TABLE (
    docket_id bigint,
    debt_no smallint,
    kind text,
    component_no smallint,
    last_on date,
    cents bigint
)
LANGUAGE plpgsql STABLE AS $$
#variable_conflict use_column
DECLARE
    v_dockets bigint[];
    v_debts smallint[];
BEGIN
    SELECT array_agg(s.docket_id), array_agg(s.debt_no) INTO v_dockets, v_debts
    FROM ledger_api.interest_state(j, p_docket_ids, p_through) AS s;
    RETURN QUERY
    SELECT s.docket_id, s.debt_no, s.kind, s.component_no, s.last_on, greatest(
        least(s.cap_cents, div(
            2 * greatest(sum(c.bearing_cents::numeric * greatest(
                s.last_on - greatest(c.happened_on, s.first_liable_on) + 1, 0
            )), 0) * s.rate_millionths + y.divisor, 2 * y.divisor
        )) - s.posted_cents, -s.open_cents
    )::bigint
    FROM ledger_api.interest_state(j, p_docket_ids, p_through) AS s
    CROSS JOIN LATERAL (
        SELECT 1000000::numeric * CASE s.day_count WHEN 'actual_366' THEN 366 ELSE 365 END
            AS divisor
    ) AS y
    JOIN ledger_api.shared_principal(j, v_dockets, v_debts) AS c
        ON c.docket_id = s.docket_id AND c.debt_no = s.debt_no
    GROUP BY s.docket_id, s.debt_no, s.kind, s.component_no, s.last_on, s.cap_cents,
        s.rate_millionths, y.divisor, s.posted_cents, s.open_cents;
END $$;
COMMENT ON FUNCTION ledger_api.interest_due IS
'By how much the interest posted on debts falls short of what accrued.';
