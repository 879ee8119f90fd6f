-- One line with one line of about the same amount whose other party the text of the bank names:
-- only words of four letters and more count, and one candidate must have more of them than others.
CREATE FUNCTION ledger_api.find_by_name(p_rule ledger.match_rule) RETURNS void
LANGUAGE plpgsql VOLATILE SET plan_cache_mode = force_custom_plan AS $$
DECLARE
    j integer := (SELECT r.jurisdiction_id FROM m_run AS r);
BEGIN
    CREATE TEMP TABLE m_rank_book AS
    SELECT DISTINCT b.id, b.n, b.amount, w.word
    FROM m_book AS b
    JOIN (
        SELECT f.entry_id, f.received_from AS name FROM ledger.fund_receipt AS f
        WHERE f.jurisdiction_id = j
        UNION ALL
        SELECT m.entry_id, concat_ws(' ', r.name, r.code) FROM ledger.remittance AS m
        JOIN ledger.recipient AS r ON r.jurisdiction_id = j AND r.id = m.recipient_id
        WHERE m.jurisdiction_id = j
        UNION ALL
        SELECT d.entry_id, a.grantee FROM ledger.disbursement AS d
        JOIN ledger.award AS a ON a.jurisdiction_id = j AND a.entry_id = d.award_id
        WHERE d.jurisdiction_id = j
    ) AS p ON p.entry_id = b.book_entry_id
    CROSS JOIN LATERAL regexp_split_to_table(upper(p.name COLLATE "C"), '[^A-Z0-9]+')
        AS w (word)
    WHERE length(w.word) >= 4
        AND NOT EXISTS (SELECT FROM m_found_book AS f WHERE f.id = b.id);
    ANALYZE m_rank_book;
    CREATE TEMP TABLE m_rank AS
    SELECT s.id, s.n, s.amount, w.word
    FROM m_statement AS s
    JOIN ledger.statement_line AS l
        ON l.jurisdiction_id = j AND l.statement_id = s.statement_id AND l.ordinal = s.ordinal
    CROSS JOIN LATERAL regexp_split_to_table(upper(l.text COLLATE "C"), '[^A-Z0-9]+')
        AS w (word)
    WHERE EXISTS (SELECT FROM m_rank_book AS b WHERE b.word = w.word)
        AND NOT EXISTS (SELECT FROM m_found_statement AS f WHERE f.id = s.id);
    -- A word that too many lines have names nobody.
    CREATE TEMP TABLE m_bucket AS
    SELECT s.word
    FROM (SELECT r.word, count(*) AS count FROM m_rank AS r GROUP BY 1) AS s
    JOIN (SELECT r.word, count(*) AS count FROM m_rank_book AS r GROUP BY 1) AS b
        ON b.word = s.word
    WHERE s.count * b.count > 100000;
    DELETE FROM m_rank AS r USING m_bucket AS k WHERE k.word = r.word;
    ANALYZE m_rank;
    INSERT INTO m_pair (s_id, b_id, key, s_rivals, b_rivals, days, common)
    SELECT q.s_id, q.b_id, q.words, q.s_count - 1, q.b_count - 1, q.days, 0
    FROM (
        SELECT p.*, count(*) OVER (PARTITION BY p.b_id)::integer AS s_count,
            count(*) OVER (PARTITION BY p.s_id)::integer AS b_count,
            rank() OVER (PARTITION BY p.s_id ORDER BY p.score DESC) AS s_rank,
            rank() OVER (PARTITION BY p.b_id ORDER BY p.score DESC) AS b_rank,
            count(*) OVER (PARTITION BY p.s_id, p.score) AS s_equal,
            count(*) OVER (PARTITION BY p.b_id, p.score) AS b_equal
        FROM (
            SELECT s.id AS s_id, b.id AS b_id, min(s.n - b.n) AS days,
                count(DISTINCT s.word) AS score,
                left(string_agg(DISTINCT s.word, ' ' ORDER BY s.word), 60) AS words
            FROM m_rank AS s
            JOIN m_rank_book AS b
                ON b.word = s.word AND sign(b.amount) = sign(s.amount)
                AND abs(b.amount - s.amount) <= p_rule.tolerance_minor
                AND s.n - b.n BETWEEN -p_rule.days_before AND p_rule.days_after
            GROUP BY s.id, b.id
        ) AS p
    ) AS q
    WHERE q.s_rank = 1 AND q.b_rank = 1 AND q.s_equal = 1 AND q.b_equal = 1;
    PERFORM ledger_api.add_found_pairs('name', false, false);
    DROP TABLE m_bucket, m_rank, m_rank_book;
END $$;
COMMENT ON FUNCTION ledger_api.find_by_name IS
'One line with one line of about the same amount whose other party the text of the bank names.';
