-- Turns pairs of one line each into finds, once: what contradicts itself is proposed only, and a
-- line that would have more than one partner is ambiguous with all of them.
CREATE FUNCTION ledger_api.add_found_pairs(p_kind text, p_may_confirm boolean, p_check boolean)
RETURNS void
LANGUAGE plpgsql VOLATILE SET plan_cache_mode = force_custom_plan AS $$
DECLARE
    v_no integer := (SELECT r.next_no FROM m_run AS r);
    v_count integer;
    v_many integer;
BEGIN
    IF p_check THEN
        CREATE TEMP TABLE m_next AS
        SELECT p.s_id, p.b_id, min(p.key COLLATE "C") AS key, min(p.s_rivals) AS s_rivals,
            min(p.b_rivals) AS b_rivals, min(p.days) AS days, min(p.common) AS common
        FROM m_pair AS p GROUP BY 1, 2;
        DROP TABLE m_pair;
        ALTER TABLE m_next RENAME TO m_pair;
        ANALYZE m_pair;
        CREATE TEMP TABLE m_held AS
        SELECT p.s_id, p.b_id
        FROM (
            SELECT p.s_id, p.b_id, count(*) OVER (PARTITION BY p.s_id) AS s_count,
                count(*) OVER (PARTITION BY p.b_id) AS b_count
            FROM m_pair AS p
        ) AS p
        WHERE p.s_count > 1 OR p.b_count > 1;
        INSERT INTO m_found (no, state, key, days, s_rivals, b_rivals)
        SELECT v_no + row_number() OVER (ORDER BY h.s_id), 'ambiguous', NULL, NULL, 0, count(*) - 1
        FROM m_held AS h GROUP BY h.s_id HAVING count(*) > 1;
        INSERT INTO m_found_statement
        SELECT v_no + row_number() OVER (ORDER BY h.s_id), h.s_id
        FROM m_held AS h GROUP BY h.s_id HAVING count(*) > 1;
        GET DIAGNOSTICS v_many = ROW_COUNT;
        INSERT INTO m_found_book
        SELECT f.no, h.b_id
        FROM m_held AS h JOIN m_found_statement AS f ON f.id = h.s_id AND f.no > v_no;
        v_no := v_no + v_many;
        INSERT INTO m_found (no, state, key, days, s_rivals, b_rivals)
        SELECT v_no + row_number() OVER (ORDER BY h.b_id), 'ambiguous', NULL, NULL, count(*) - 1, 0
        FROM m_held AS h
        WHERE NOT EXISTS (SELECT FROM m_found_book AS f WHERE f.id = h.b_id)
        GROUP BY h.b_id;
        INSERT INTO m_found_statement
        SELECT v_no + dense_rank() OVER (ORDER BY h.b_id), h.s_id
        FROM m_held AS h
        WHERE NOT EXISTS (SELECT FROM m_found_book AS f WHERE f.id = h.b_id);
        INSERT INTO m_found_book
        SELECT v_no + row_number() OVER (ORDER BY h.b_id), h.b_id
        FROM m_held AS h
        WHERE NOT EXISTS (SELECT FROM m_found_book AS f WHERE f.id = h.b_id)
        GROUP BY h.b_id;
        GET DIAGNOSTICS v_many = ROW_COUNT;
        v_no := v_no + v_many;
        DELETE FROM m_pair AS p USING m_held AS h WHERE h.s_id = p.s_id AND h.b_id = p.b_id;
        DROP TABLE m_held;
    END IF;
    UPDATE m_pair AS p SET common = -1
    FROM (
        SELECT d.s_id, d.b_id
        FROM (
            SELECT p.s_id, p.b_id, bool_or(x.key = y.key) AS is_shared
            FROM m_pair AS p
            JOIN m_statement_key AS x ON x.id = p.s_id AND x.kind NOT IN ('any', p_kind)
            JOIN m_book_key AS y ON y.id = p.b_id AND y.kind = x.kind
            WHERE p.common & ~ledger_api.kind_bit(p_kind) <> 0
            GROUP BY p.s_id, p.b_id, x.kind
        ) AS d
        WHERE NOT d.is_shared
    ) AS d
    WHERE d.s_id = p.s_id AND d.b_id = p.b_id;
    CREATE TEMP TABLE m_next AS
    SELECT v_no + row_number() OVER (ORDER BY p.s_id, p.b_id)::integer AS no, p.* FROM m_pair AS p;
    INSERT INTO m_found (no, state, key, days, s_rivals, b_rivals)
    SELECT p.no, CASE WHEN p_may_confirm AND p.common >= 0 THEN 'confirmed' ELSE 'proposed' END,
        concat_ws(' ', p_kind, p.key), p.days, p.s_rivals, p.b_rivals
    FROM m_next AS p;
    GET DIAGNOSTICS v_count = ROW_COUNT;
    INSERT INTO m_found_statement SELECT p.no, p.s_id FROM m_next AS p;
    INSERT INTO m_found_book SELECT p.no, p.b_id FROM m_next AS p;
    DROP TABLE m_next;
    TRUNCATE m_pair;
    UPDATE m_run SET next_no = v_no + v_count;
    ANALYZE m_found_statement;
    ANALYZE m_found_book;
END $$;
COMMENT ON FUNCTION ledger_api.add_found_pairs IS
'Turns pairs of one line each into finds: proposed where they contradict themselves, ambiguous where a line has more partners.';
