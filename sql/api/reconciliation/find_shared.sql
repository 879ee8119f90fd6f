-- Several lines with several by a key that all of them and no others have, when the sums are equal.
CREATE FUNCTION ledger_api.find_shared(p_rule ledger.match_rule) RETURNS void
LANGUAGE plpgsql VOLATILE SET plan_cache_mode = force_custom_plan AS $$
DECLARE
    v_kind text;
    v_no integer;
    v_count integer;
BEGIN
    FOR v_kind IN
        SELECT k.kind FROM unnest(p_rule.kinds) WITH ORDINALITY AS u (kind, i)
        JOIN m_kind AS k ON k.kind = u.kind AND k.kind <> 'any' ORDER BY u.i
    LOOP
        CREATE TEMP TABLE m_rank AS
        SELECT k.id, k.key, s.n, s.amount, count(*) OVER (PARTITION BY k.id) AS keys
        FROM m_statement_key AS k
        JOIN m_statement AS s ON s.id = k.id
        WHERE k.kind = v_kind
            AND NOT EXISTS (SELECT FROM m_found_statement AS f WHERE f.id = k.id);
        CREATE TEMP TABLE m_rank_book AS
        SELECT k.id, k.key, b.n, b.amount, count(*) OVER (PARTITION BY k.id) AS keys
        FROM m_book_key AS k
        JOIN m_book AS b ON b.id = k.id
        WHERE k.kind = v_kind AND NOT EXISTS (SELECT FROM m_found_book AS f WHERE f.id = k.id);
        CREATE TEMP TABLE m_next AS
        SELECT row_number() OVER (ORDER BY s.key COLLATE "C")::integer AS no, s.key,
            s.last_n - b.first_n AS days
        FROM (
            SELECT r.key, sum(r.amount) AS amount, count(*) AS count, min(r.n) AS first_n,
                max(r.n) AS last_n, max(r.keys) AS keys
            FROM m_rank AS r GROUP BY r.key
        ) AS s
        JOIN (
            SELECT r.key, sum(r.amount) AS amount, count(*) AS count, min(r.n) AS first_n,
                max(r.n) AS last_n, max(r.keys) AS keys
            FROM m_rank_book AS r GROUP BY r.key
        ) AS b ON b.key = s.key AND b.amount = s.amount
        WHERE s.keys = 1 AND b.keys = 1 AND s.count > 1 AND b.count > 1
            AND s.first_n - b.last_n >= -p_rule.days_before
            AND s.last_n - b.first_n <= p_rule.days_after;
        v_no := (SELECT r.next_no FROM m_run AS r);
        INSERT INTO m_found (no, state, key, days, s_rivals, b_rivals)
        SELECT v_no + g.no, CASE WHEN p_rule.may_confirm THEN 'confirmed' ELSE 'proposed' END,
            concat_ws(' ', v_kind, g.key), g.days, 0, 0
        FROM m_next AS g;
        GET DIAGNOSTICS v_count = ROW_COUNT;
        UPDATE m_run SET next_no = v_no + v_count;
        INSERT INTO m_found_statement
        SELECT v_no + g.no, r.id FROM m_next AS g JOIN m_rank AS r ON r.key = g.key;
        INSERT INTO m_found_book
        SELECT v_no + g.no, r.id FROM m_next AS g JOIN m_rank_book AS r ON r.key = g.key;
        DROP TABLE m_next, m_rank, m_rank_book;
        ANALYZE m_found_statement;
        ANALYZE m_found_book;
    END LOOP;
END $$;
COMMENT ON FUNCTION ledger_api.find_shared IS
'Several lines with several by a key that all of them and no others have, when the sums are equal.';
