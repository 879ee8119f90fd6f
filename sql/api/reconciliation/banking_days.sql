-- Every day from one to another with the count of banking days since the first, itself included:
-- neither weekends nor holidays of section 6103 of title 5, which a Saturday's or Sunday's keeps on
-- the weekday beside it. The difference of two days' numbers is the banking days between them.
CREATE FUNCTION ledger_api.banking_days(p_from date, p_to date)
RETURNS TABLE (day date, number integer)
LANGUAGE sql STABLE AS $$
    WITH years AS (
        SELECT y FROM generate_series(
            extract(year FROM p_from)::integer, extract(year FROM p_to)::integer + 1
        ) AS y
    ), holidays AS (
        SELECT f.day + CASE extract(isodow FROM f.day) WHEN 6 THEN -1 WHEN 7 THEN 1 ELSE 0 END
            AS day
        FROM years
        CROSS JOIN LATERAL (VALUES
            (make_date(y, 1, 1), 0), (make_date(y, 6, 19), 2021), (make_date(y, 7, 4), 0),
            (make_date(y, 11, 11), 0), (make_date(y, 12, 25), 0)
        ) AS f (day, since)
        WHERE y >= f.since
        UNION ALL
        SELECT f.first + (f.weekday - extract(isodow FROM f.first)::integer + 7) % 7 + f.weeks * 7
        FROM years
        CROSS JOIN LATERAL (VALUES
            (make_date(y, 1, 1), 1, 2, 1986), (make_date(y, 2, 1), 1, 2, 0),
            (make_date(y, 5, 25), 1, 0, 0), (make_date(y, 9, 1), 1, 0, 0),
            (make_date(y, 10, 1), 1, 1, 0), (make_date(y, 11, 1), 4, 3, 0)
        ) AS f (first, weekday, weeks, since)
        WHERE y >= f.since
    )
    SELECT d.day, sum(CASE
        WHEN extract(isodow FROM d.day) < 6 AND h.day IS NULL THEN 1 ELSE 0
    END) OVER (ORDER BY d.day)::integer
    FROM (SELECT p_from + i AS day FROM generate_series(0, p_to - p_from) AS i) AS d
    LEFT JOIN (SELECT DISTINCT day FROM holidays) AS h ON h.day = d.day
    ORDER BY d.day
$$;
COMMENT ON FUNCTION ledger_api.banking_days IS
'Every day from one to another with the count of banking days since the first.';
