-- Single lines whose amount may be the sum of few open ones of the other side: those of its sign in
-- the window, at most twenty-four, each less than it. In the order of lines, after one of them.
CREATE FUNCTION ledger_api.subset_blocks(
    p_rule ledger.match_rule, p_is_reverse boolean, p_after integer, p_limit integer
) RETURNS TABLE (target_id integer, target bigint, ids integer[], amounts bigint[])
LANGUAGE plpgsql VOLATILE SET plan_cache_mode = force_custom_plan AS $$
#variable_conflict use_column
DECLARE
    v_before integer := CASE WHEN p_is_reverse THEN p_rule.days_after ELSE p_rule.days_before END;
    v_after integer := CASE WHEN p_is_reverse THEN p_rule.days_before ELSE p_rule.days_after END;
BEGIN
    CREATE TEMP TABLE m_rank AS
    SELECT s.id, s.n, s.amount, s.kinds FROM m_statement AS s
    WHERE NOT EXISTS (SELECT FROM m_found_statement AS f WHERE f.id = s.id);
    CREATE TEMP TABLE m_rank_book AS
    SELECT b.id, b.n, b.amount, b.kinds FROM m_book AS b
    WHERE NOT EXISTS (SELECT FROM m_found_book AS f WHERE f.id = b.id);
    IF p_is_reverse THEN
        ALTER TABLE m_rank RENAME TO m_next;
        ALTER TABLE m_rank_book RENAME TO m_rank;
        ALTER TABLE m_next RENAME TO m_rank_book;
    END IF;
    CREATE INDEX ON m_rank_book (n);
    ANALYZE m_rank;
    ANALYZE m_rank_book;
    CREATE TEMP TABLE m_next AS
    SELECT g.n, g.sign, sum(coalesce(c.count, 0)) OVER (
        PARTITION BY g.sign ORDER BY g.n
    ) AS total
    FROM (
        SELECT generate_series(u.low - v_after - 1, u.high + v_before) AS n, x.sign
        FROM (
            SELECT least(min(r.n), (SELECT min(b.n) FROM m_rank_book AS b)) AS low,
                greatest(max(r.n), (SELECT max(b.n) FROM m_rank_book AS b)) AS high
            FROM m_rank AS r
        ) AS u, (VALUES (1), (-1)) AS x (sign)
    ) AS g
    LEFT JOIN (
        SELECT b.n, sign(b.amount) AS sign, count(*) AS count FROM m_rank_book AS b GROUP BY 1, 2
    ) AS c ON c.n = g.n AND c.sign = g.sign;
    ANALYZE m_next;
    RETURN QUERY
    SELECT s.id, s.amount, c.ids, c.amounts
    FROM m_rank AS s
    JOIN m_next AS h ON h.n = s.n + v_before AND h.sign = sign(s.amount)
    JOIN m_next AS l ON l.n = s.n - v_after - 1 AND l.sign = sign(s.amount)
    CROSS JOIN LATERAL (
        SELECT array_agg(b.id ORDER BY b.id) AS ids, array_agg(b.amount ORDER BY b.id) AS amounts
        FROM m_rank_book AS b
        WHERE b.n BETWEEN s.n - v_after AND s.n + v_before AND sign(b.amount) = sign(s.amount)
            AND abs(b.amount) < abs(s.amount) AND (b.kinds & s.kinds & ~64) = 0
    ) AS c
    WHERE s.id > p_after AND h.total - l.total BETWEEN 2 AND 24 AND cardinality(c.ids) >= 2
    ORDER BY s.id LIMIT p_limit;
    DROP TABLE m_rank, m_rank_book, m_next;
END $$;
COMMENT ON FUNCTION ledger_api.subset_blocks IS
'Single lines whose amount may be the sum of few open ones of the other side.';
