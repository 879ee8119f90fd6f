-- One line with one line of the same amount where no other of either side fits in the window. A
-- line whose reference the other side should know and does not is no candidate. Amounts that too
-- many lines have are left to the buckets: they are counted before they are joined.
CREATE FUNCTION ledger_api.find_by_amount(p_rule ledger.match_rule) RETURNS void
LANGUAGE plpgsql VOLATILE SET plan_cache_mode = force_custom_plan AS $$
BEGIN
    CREATE TEMP TABLE m_bucket AS
    SELECT s.amount
    FROM (
        SELECT s.amount, count(*) AS count FROM m_statement AS s
        WHERE NOT EXISTS (SELECT FROM m_found_statement AS f WHERE f.id = s.id)
        GROUP BY s.amount
    ) AS s
    JOIN (
        SELECT b.amount, count(*) AS count FROM m_book AS b
        WHERE NOT EXISTS (SELECT FROM m_found_book AS f WHERE f.id = b.id)
        GROUP BY b.amount
    ) AS b ON b.amount = s.amount
    WHERE s.count * b.count <= 400;
    ANALYZE m_bucket;
    CREATE TEMP TABLE m_rank AS
    SELECT s.id, s.n, s.amount, s.kinds
    FROM m_statement AS s
    JOIN m_bucket AS k ON k.amount = s.amount
    WHERE NOT EXISTS (SELECT FROM m_found_statement AS f WHERE f.id = s.id);
    CREATE TEMP TABLE m_rank_book AS
    SELECT b.id, b.n, b.amount, b.kinds
    FROM m_book AS b
    JOIN m_bucket AS k ON k.amount = b.amount
    WHERE NOT EXISTS (SELECT FROM m_found_book AS f WHERE f.id = b.id);
    ANALYZE m_rank;
    ANALYZE m_rank_book;
    INSERT INTO m_pair (s_id, b_id, key, s_rivals, b_rivals, days, common)
    SELECT p.s_id, p.b_id, p.amount::text, 0, 0, p.days, 0
    FROM (
        SELECT s.id AS s_id, b.id AS b_id, s.n - b.n AS days, s.amount, s.kinds & b.kinds AS common,
            count(*) OVER (PARTITION BY s.id) AS s_count,
            count(*) OVER (PARTITION BY b.id) AS b_count
        FROM m_rank AS s
        JOIN m_rank_book AS b
            ON b.amount = s.amount
            AND s.n - b.n BETWEEN -p_rule.days_before AND p_rule.days_after
    ) AS p
    WHERE p.s_count = 1 AND p.b_count = 1 AND p.common = 0;
    PERFORM ledger_api.add_found_pairs('amount', p_rule.may_confirm, false);
    DROP TABLE m_bucket, m_rank, m_rank_book;
END $$;
COMMENT ON FUNCTION ledger_api.find_by_amount IS
'One line with one line of the same amount where no other of either side fits in the window.';
