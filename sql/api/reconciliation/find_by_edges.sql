-- One line of one side with all lines of the other that have a key of a kind in common with it: a
-- ticket and its lines. The sums are equal, or with p_differ differ within the tolerance; then it
-- may be one line with one. No line is in two such groups, and all days lie in the window.
CREATE FUNCTION ledger_api.find_by_edges(p_rule ledger.match_rule, p_differ boolean)
RETURNS void
LANGUAGE plpgsql VOLATILE SET plan_cache_mode = force_custom_plan AS $$
DECLARE
    v_kind text;
    v_no integer;
    v_count integer;
BEGIN
    FOR v_kind IN
        SELECT k.kind FROM unnest(p_rule.kinds) WITH ORDINALITY AS u (kind, i)
        JOIN m_kind AS k ON k.kind = u.kind ORDER BY u.i
    LOOP
        CREATE TEMP TABLE m_edge AS
        SELECT DISTINCT e.s_id, e.b_id, min(e.key COLLATE "C") AS key
        FROM (
            SELECT s.id AS s_id, b.id AS b_id, s.key
            FROM (
                SELECT k.id, k.key, count(*) OVER (PARTITION BY k.key) AS count
                FROM m_statement_key AS k
                JOIN m_statement AS s ON s.id = k.id
                WHERE k.kind = v_kind
                    AND NOT EXISTS (SELECT FROM m_found_statement AS f WHERE f.id = k.id)
            ) AS s
            JOIN (
                SELECT k.id, k.key, count(*) OVER (PARTITION BY k.key) AS count
                FROM (
                    SELECT DISTINCT k.id, k.key FROM m_book_key AS k
                    WHERE k.kind = v_kind OR v_kind = 'any' AND k.kind <> 'docket'
                ) AS k
                JOIN m_book AS b ON b.id = k.id
                WHERE NOT EXISTS (SELECT FROM m_found_book AS f WHERE f.id = k.id)
            ) AS b ON b.key = s.key
            WHERE s.count = 1 OR b.count = 1
        ) AS e
        GROUP BY e.s_id, e.b_id;
        ANALYZE m_edge;
        CREATE TEMP TABLE m_degree AS
        SELECT e.s_id, e.b_id, e.key, count(*) OVER (PARTITION BY e.s_id) AS s_count,
            count(*) OVER (PARTITION BY e.b_id) AS b_count
        FROM m_edge AS e;
        CREATE TEMP TABLE m_next AS
        SELECT row_number() OVER (ORDER BY g.s_id, g.b_id)::integer AS no, g.*
        FROM (
            SELECT min(d.s_id) AS s_id, NULL::integer AS b_id, min(d.key) AS key,
                min(s.n - b.n) AS least, max(s.n - b.n) AS most,
                min(s.amount) - sum(b.amount) AS difference
            FROM m_degree AS d
            JOIN m_statement AS s ON s.id = d.s_id
            JOIN m_book AS b ON b.id = d.b_id
            WHERE d.s_count > 1 OR p_differ
            GROUP BY d.s_id
            HAVING max(d.b_count) = 1
            UNION ALL
            SELECT NULL, min(d.b_id), min(d.key), min(s.n - b.n), max(s.n - b.n),
                sum(s.amount) - min(b.amount)
            FROM m_degree AS d
            JOIN m_statement AS s ON s.id = d.s_id
            JOIN m_book AS b ON b.id = d.b_id
            WHERE d.b_count > 1
            GROUP BY d.b_id
            HAVING max(d.s_count) = 1
        ) AS g
        WHERE g.least >= -p_rule.days_before AND g.most <= p_rule.days_after
            AND CASE WHEN p_differ THEN abs(g.difference) BETWEEN 1 AND p_rule.tolerance_minor
                ELSE g.difference = 0 END;
        v_no := (SELECT r.next_no FROM m_run AS r);
        INSERT INTO m_found (no, state, key, days, s_rivals, b_rivals)
        SELECT v_no + g.no, CASE WHEN p_rule.may_confirm THEN 'confirmed' ELSE 'proposed' END,
            concat_ws(' ', v_kind, g.key), g.most, 0, 0
        FROM m_next AS g;
        GET DIAGNOSTICS v_count = ROW_COUNT;
        UPDATE m_run SET next_no = v_no + v_count;
        INSERT INTO m_found_statement
        SELECT v_no + g.no, g.s_id FROM m_next AS g WHERE g.s_id IS NOT NULL
        UNION ALL
        SELECT v_no + g.no, d.s_id FROM m_next AS g JOIN m_degree AS d ON d.b_id = g.b_id;
        INSERT INTO m_found_book
        SELECT v_no + g.no, g.b_id FROM m_next AS g WHERE g.b_id IS NOT NULL
        UNION ALL
        SELECT v_no + g.no, d.b_id FROM m_next AS g JOIN m_degree AS d ON d.s_id = g.s_id;
        DROP TABLE m_next, m_edge, m_degree;
        ANALYZE m_found_statement;
        ANALYZE m_found_book;
    END LOOP;
END $$;
COMMENT ON FUNCTION ledger_api.find_by_edges IS
'One line of one side with all lines of the other that have a key of a kind in common with it.';
