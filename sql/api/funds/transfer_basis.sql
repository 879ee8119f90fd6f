-- What a clause of 18 U.S.C. 3014 transfers for the days it covers, up to the last of them: the
-- purse, the days, the amount that the law names, and what was transferred before.
CREATE FUNCTION ledger_api.transfer_basis(
    j integer, p_clause text, p_through date, p_year integer
) RETURNS TABLE (
    purse_id integer,
    fund_id integer,
    authority_id integer,
    covers_from date,
    covers_through date,
    last_covered date,
    basis_cents bigint,
    lawful_cents bigint,
    before_cents bigint
)
LANGUAGE sql STABLE AS $$
    WITH place AS (
        SELECT w.id AS purse_id, f.id AS fund_id, a.id AS authority_id, a.effective_from,
            y.starts_on, y.starts_on + interval '1 year -1 day' AS ends_on
        FROM ledger.fund AS f
        JOIN ledger.purse AS w
            ON w.jurisdiction_id = j AND w.fund_id = f.id AND w.purpose = CASE p_clause
                WHEN '3014(d)' THEN 'survivor_services' WHEN '3014(h)(1)' THEN 'health_care' END
        JOIN ledger.authority AS a ON a.jurisdiction_id = j AND a.rule = 'us-3014'
        CROSS JOIN LATERAL (
            SELECT make_date(p_year, f.fiscal_year_start_month, 1)
                - make_interval(years => (f.fiscal_year_start_month > 1)::integer) AS starts_on
        ) AS y
        WHERE f.jurisdiction_id = j AND f.kind = 'federal'
        ORDER BY w.id, a.effective_from DESC
        LIMIT 1
    ), made AS (
        SELECT t.clause, t.covers_from, t.covers_through, t.amount_cents
        FROM ledger.fund_transfer AS t
        JOIN place AS p ON true
        JOIN ledger.purse AS w
            ON w.jurisdiction_id = j AND w.id = t.purse_id AND w.fund_id = p.fund_id
        WHERE t.jurisdiction_id = j
    )
    SELECT p.purse_id, p.fund_id, p.authority_id, least(m.last_covered + 1, p_through),
        p_through, m.last_covered, m.basis, m.basis, m.before
    FROM place AS p
    CROSS JOIN LATERAL (
        SELECT coalesce(max(t.covers_through), p.effective_from - 1) AS last_covered,
            coalesce(sum(t.amount_cents), 0)::bigint AS before, (
                SELECT coalesce(sum(c.cents), 0)::bigint
                FROM ledger_api.collected_under(j, 'us-3014') AS c
                WHERE c.effective_on <= p_through
            ) AS basis
        FROM made AS t WHERE t.clause = p_clause
    ) AS m
    WHERE p_clause = '3014(d)'
    UNION ALL
    SELECT p.purse_id, p.fund_id, p.authority_id, p.starts_on::date, p.ends_on::date,
        p.ends_on::date, m.basis, ledger_api.health_transfer_cents(m.basis), m.before
    FROM place AS p
    CROSS JOIN LATERAL (
        SELECT coalesce(sum(t.amount_cents) FILTER (WHERE t.clause = '3014(d)'
                AND t.covers_through BETWEEN p.starts_on AND p.ends_on), 0)::bigint AS basis,
            coalesce(sum(t.amount_cents) FILTER (WHERE t.clause = p_clause
                AND t.covers_from = p.starts_on), 0)::bigint AS before
        FROM made AS t
    ) AS m
    WHERE p_clause = '3014(h)(1)' AND p_year >= 2015
$$;
COMMENT ON FUNCTION ledger_api.transfer_basis IS
'What a clause of 18 U.S.C. 3014 transfers for the days it covers, and what was transferred before.';
