-- What is left of the buckets of a kind is ambiguous, each with all of its lines; pairs in which
-- one of these lines stands are none.
CREATE FUNCTION ledger_api.add_found_rivals(p_kind text) RETURNS void
LANGUAGE plpgsql VOLATILE SET plan_cache_mode = force_custom_plan AS $$
DECLARE
    v_no integer := (SELECT r.next_no FROM m_run AS r);
    v_count integer;
BEGIN
    CREATE TEMP TABLE m_next AS
    SELECT (v_no + row_number() OVER (ORDER BY k.key COLLATE "C", k.amount))::integer AS no,
        k.key, k.amount, k.s_count, k.b_count
    FROM m_bucket AS k;
    INSERT INTO m_found (no, state, key, days, s_rivals, b_rivals)
    SELECT k.no, 'ambiguous', concat_ws(' ', p_kind, k.key), NULL, k.s_count - 1, k.b_count - 1
    FROM m_next AS k;
    GET DIAGNOSTICS v_count = ROW_COUNT;
    IF v_count > 0 THEN
        INSERT INTO m_found_statement
        SELECT k.no, s.id
        FROM m_next AS k JOIN m_rank AS s ON s.key = k.key AND s.amount = k.amount;
        INSERT INTO m_found_book
        SELECT k.no, b.id
        FROM m_next AS k JOIN m_rank_book AS b ON b.key = k.key AND b.amount = k.amount;
        DELETE FROM m_pair AS p
        WHERE EXISTS (SELECT FROM m_found_statement AS f WHERE f.id = p.s_id)
            OR EXISTS (SELECT FROM m_found_book AS f WHERE f.id = p.b_id);
    END IF;
    DROP TABLE m_next;
    UPDATE m_run SET next_no = v_no + v_count;
END $$;
COMMENT ON FUNCTION ledger_api.add_found_rivals IS
'What is left of the buckets of a kind is ambiguous, each with all of its lines.';
