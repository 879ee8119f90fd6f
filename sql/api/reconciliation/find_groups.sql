-- One line of the bank with all that went in on one day of one kind, without a ticket on the line:
-- exactly one line and one group fit each other. It may be confirmed only where chance explains
-- less than one such fit in a hundred runs: the groups, times the lines in the window, times the
-- grid of the amounts, are less than a hundredth of the sum.
CREATE FUNCTION ledger_api.find_groups(p_rule ledger.match_rule) RETURNS void
LANGUAGE plpgsql VOLATILE SET plan_cache_mode = force_custom_plan AS $$
DECLARE
    v_no integer := (SELECT r.next_no FROM m_run AS r);
    v_count integer;
BEGIN
    CREATE TEMP TABLE m_rank AS
    SELECT s.id, s.n, s.amount FROM m_statement AS s
    WHERE s.kinds & ~64 = 0 AND s.amount > 0
        AND NOT EXISTS (SELECT FROM m_found_statement AS f WHERE f.id = s.id);
    CREATE TEMP TABLE m_rank_book AS
    SELECT b.id, b.day, b.kind, b.n, b.amount FROM m_book AS b
    WHERE b.amount > 0 AND NOT EXISTS (SELECT FROM m_found_book AS f WHERE f.id = b.id);
    ANALYZE m_rank;
    CREATE TEMP TABLE m_pair_next AS
    SELECT g.day, g.kind, s.id AS s_id, s.n - g.n AS days, g.amount, g.grid,
        count(*) OVER (PARTITION BY s.id) AS s_count,
        count(*) OVER (PARTITION BY g.day, g.kind) AS b_count, g.groups
    FROM (
        SELECT b.day, b.kind, min(b.n) AS n, sum(b.amount)::bigint AS amount,
            ledger_api.gcd_of(b.amount) AS grid, count(*) OVER () AS groups
        FROM m_rank_book AS b GROUP BY b.day, b.kind HAVING count(*) > 1
    ) AS g
    JOIN m_rank AS s
        ON s.amount = g.amount AND s.n - g.n BETWEEN -p_rule.days_before AND p_rule.days_after;
    CREATE TEMP TABLE m_next AS
    SELECT row_number() OVER (ORDER BY p.s_id)::integer AS no, p.s_id, p.day, p.kind, p.days,
        p.amount, p.grid, l.lines * p.groups AS chances
    FROM m_pair_next AS p
    JOIN m_rank AS s ON s.id = p.s_id
    CROSS JOIN LATERAL (
        SELECT count(*) AS lines FROM m_rank AS o
        WHERE o.n BETWEEN s.n - p.days - p_rule.days_before AND s.n - p.days + p_rule.days_after
    ) AS l
    WHERE p.s_count = 1 AND p.b_count = 1;
    INSERT INTO m_found (no, state, key, days, s_rivals, b_rivals)
    SELECT v_no + g.no, CASE WHEN p_rule.may_confirm AND g.chances * g.grid * 100 < g.amount
        THEN 'confirmed' ELSE 'proposed' END, concat_ws(' ', g.kind, g.day), g.days, 0, 0
    FROM m_next AS g;
    GET DIAGNOSTICS v_count = ROW_COUNT;
    UPDATE m_run SET next_no = v_no + v_count;
    INSERT INTO m_found_statement SELECT v_no + g.no, g.s_id FROM m_next AS g;
    INSERT INTO m_found_book
    SELECT v_no + g.no, b.id
    FROM m_next AS g JOIN m_rank_book AS b ON b.day = g.day AND b.kind = g.kind;
    DROP TABLE m_next, m_pair_next, m_rank, m_rank_book;
END $$;
COMMENT ON FUNCTION ledger_api.find_groups IS
'One line of the bank with all that went in on one day of one kind.';
