-- Lines of one amount on both sides that follow each other closely, as one group: when both counts
-- are equal and all days lie in the window, they explain each other though nobody knows which is
-- which; else they are ambiguous. Lines of the bank with references of their own stay out.
CREATE FUNCTION ledger_api.find_buckets(p_rule ledger.match_rule) RETURNS void
LANGUAGE plpgsql VOLATILE SET plan_cache_mode = force_custom_plan AS $$
DECLARE
    v_no integer := (SELECT r.next_no FROM m_run AS r);
    v_count integer;
BEGIN
    CREATE TEMP TABLE m_rank AS
    SELECT u.is_book, u.id, u.n, u.amount,
        sum(CASE WHEN u.n - u.before > p_rule.days_after THEN 1 ELSE 0 END)
            OVER (PARTITION BY u.amount ORDER BY u.n, u.is_book, u.id) AS island
    FROM (
        SELECT u.*, lag(u.n) OVER (PARTITION BY u.amount ORDER BY u.n, u.is_book, u.id) AS before
        FROM (
            SELECT false AS is_book, s.id, s.n, s.amount FROM m_statement AS s
            WHERE s.kinds & ~64 = 0
                AND NOT EXISTS (SELECT FROM m_found_statement AS f WHERE f.id = s.id)
            UNION ALL
            SELECT true, b.id, b.n, b.amount FROM m_book AS b
            WHERE NOT EXISTS (SELECT FROM m_found_book AS f WHERE f.id = b.id)
        ) AS u
    ) AS u;
    CREATE TEMP TABLE m_next AS
    SELECT (v_no + row_number() OVER (ORDER BY g.amount, g.island))::integer AS no, g.*
    FROM (
        SELECT r.amount, r.island, count(*) FILTER (WHERE NOT r.is_book)::integer AS s_count,
            count(*) FILTER (WHERE r.is_book)::integer AS b_count, max(r.n) - min(r.n) AS days
        FROM m_rank AS r GROUP BY r.amount, r.island
    ) AS g
    WHERE g.s_count > 0 AND g.b_count > 0;
    INSERT INTO m_found (no, state, key, days, s_rivals, b_rivals)
    SELECT g.no, CASE WHEN g.s_count <> g.b_count OR g.days > p_rule.days_after THEN 'ambiguous'
        WHEN p_rule.may_confirm THEN 'confirmed' ELSE 'proposed' END,
        concat_ws(' ', 'amount', g.amount), g.days, g.s_count - 1, g.b_count - 1
    FROM m_next AS g;
    GET DIAGNOSTICS v_count = ROW_COUNT;
    UPDATE m_run SET next_no = v_no + v_count;
    INSERT INTO m_found_statement
    SELECT g.no, r.id FROM m_next AS g
    JOIN m_rank AS r ON r.amount = g.amount AND r.island = g.island AND NOT r.is_book;
    INSERT INTO m_found_book
    SELECT g.no, r.id FROM m_next AS g
    JOIN m_rank AS r ON r.amount = g.amount AND r.island = g.island AND r.is_book;
    DROP TABLE m_next, m_rank;
END $$;
COMMENT ON FUNCTION ledger_api.find_buckets IS
'Lines of one amount on both sides that follow each other closely, as one group.';
