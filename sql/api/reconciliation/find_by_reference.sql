-- One line with one line by an equal key and amount, each kind of key in its turn. Lines that have
-- both in common are interchangeable: equal counts are paired in their order, of unequal counts
-- all are ambiguous. Lines are counted before they are joined: many equal ones cost no more.
CREATE FUNCTION ledger_api.find_by_reference(p_rule ledger.match_rule) RETURNS void
LANGUAGE plpgsql VOLATILE SET plan_cache_mode = force_custom_plan AS $$
DECLARE
    v_kind record;
BEGIN
    FOR v_kind IN
        SELECT k.kind, k.many_statement OR k.many_book AS is_many
        FROM unnest(p_rule.kinds) WITH ORDINALITY AS u (kind, i)
        JOIN m_kind AS k ON k.kind = u.kind
        ORDER BY u.i
    LOOP
        CREATE TEMP TABLE m_next AS
        SELECT k.key, s.amount, count(*)::integer AS count, min(s.id) AS id, min(s.n) AS first_n,
            max(s.n) AS last_n, bit_and(s.kinds) AS kinds
        FROM m_statement_key AS k
        JOIN m_statement AS s ON s.id = k.id
        WHERE k.kind = v_kind.kind AND NOT EXISTS (
            SELECT FROM m_found_statement AS f WHERE f.id = s.id
        )
        GROUP BY k.key, s.amount;
        CREATE TEMP TABLE m_next_book AS
        SELECT k.key, b.amount, count(*)::integer AS count, min(b.id) AS id, min(b.n) AS first_n,
            max(b.n) AS last_n, bit_and(b.kinds) AS kinds
        FROM (
            SELECT k.id, k.key FROM m_book_key AS k
            WHERE k.kind = v_kind.kind
            UNION
            SELECT k.id, k.key FROM m_book_key AS k
            WHERE v_kind.kind = 'any' AND k.kind <> 'docket'
        ) AS k
        JOIN m_book AS b ON b.id = k.id
        WHERE NOT EXISTS (SELECT FROM m_found_book AS f WHERE f.id = b.id)
        GROUP BY k.key, b.amount;
        ANALYZE m_next;
        ANALYZE m_next_book;
        CREATE TEMP TABLE m_bucket AS
        SELECT s.key, s.amount, s.count AS s_count, b.count AS b_count, s.id AS s_id,
            b.id AS b_id, s.first_n - b.last_n AS least, s.last_n - b.first_n AS most,
            s.kinds & b.kinds AS common
        FROM m_next AS s
        JOIN m_next_book AS b ON b.key = s.key AND b.amount = s.amount;
        DROP TABLE m_next, m_next_book;
        INSERT INTO m_pair (s_id, b_id, key, s_rivals, b_rivals, days, common)
        SELECT k.s_id, k.b_id, k.key, 0, 0, k.most, k.common
        FROM m_bucket AS k
        WHERE k.s_count = 1 AND k.b_count = 1
            AND k.most BETWEEN -p_rule.days_before AND p_rule.days_after;
        DELETE FROM m_bucket AS k
        WHERE k.s_count = 1 AND k.b_count = 1 OR k.most < -p_rule.days_before
            OR k.least > p_rule.days_after;
        CREATE TEMP TABLE m_rank AS
        SELECT s.id, k.key, k.amount, s.n, s.kinds, row_number() OVER w AS rank
        FROM m_bucket AS k
        JOIN m_statement_key AS y ON y.key = k.key AND y.kind = v_kind.kind
        JOIN m_statement AS s ON s.id = y.id AND s.amount = k.amount
        WHERE NOT EXISTS (SELECT FROM m_found_statement AS f WHERE f.id = s.id)
        WINDOW w AS (PARTITION BY k.key, k.amount ORDER BY s.id);
        CREATE TEMP TABLE m_rank_book AS
        SELECT b.id, b.key, b.amount, b.n, b.kinds, row_number() OVER w AS rank
        FROM (
            SELECT DISTINCT b.id, k.key, k.amount, b.n, b.kinds
            FROM m_bucket AS k
            JOIN m_book_key AS y
                ON y.key = k.key AND (y.kind = v_kind.kind
                    OR v_kind.kind = 'any' AND y.kind <> 'docket')
            JOIN m_book AS b ON b.id = y.id AND b.amount = k.amount
            WHERE NOT EXISTS (SELECT FROM m_found_book AS f WHERE f.id = b.id)
        ) AS b
        WINDOW w AS (PARTITION BY b.key, b.amount ORDER BY b.id);
        ANALYZE m_bucket;
        ANALYZE m_rank;
        ANALYZE m_rank_book;
        CREATE TEMP TABLE m_next AS
        SELECT s.id AS s_id, b.id AS b_id, s.key, s.amount, k.s_count - 1 AS s_rivals,
            k.b_count - 1 AS b_rivals, s.n - b.n AS days, s.kinds & b.kinds AS common,
            bool_and(s.n - b.n BETWEEN -p_rule.days_before AND p_rule.days_after)
                OVER (PARTITION BY s.key, s.amount) AS fits
        FROM m_bucket AS k
        JOIN m_rank AS s ON s.key = k.key AND s.amount = k.amount
        JOIN m_rank_book AS b ON b.key = k.key AND b.amount = k.amount AND b.rank = s.rank
        WHERE k.s_count = k.b_count;
        INSERT INTO m_pair (s_id, b_id, key, s_rivals, b_rivals, days, common)
        SELECT p.s_id, p.b_id, p.key, p.s_rivals, p.b_rivals, p.days, p.common
        FROM m_next AS p WHERE p.fits;
        DELETE FROM m_bucket AS k
        USING (SELECT DISTINCT p.key, p.amount FROM m_next AS p WHERE p.fits) AS p
        WHERE p.key = k.key AND p.amount = k.amount;
        DROP TABLE m_next;
        DELETE FROM m_bucket WHERE v_kind.kind = 'any';
        PERFORM ledger_api.add_found_rivals(v_kind.kind);
        PERFORM ledger_api.add_found_pairs(v_kind.kind, p_rule.may_confirm, v_kind.is_many);
        DROP TABLE m_bucket, m_rank, m_rank_book;
    END LOOP;
END $$;
COMMENT ON FUNCTION ledger_api.find_by_reference IS
'One line with one line by an equal key and amount, each kind of key in its turn.';
