-- What the books took back themselves before a bank saw it: a check and its void, an entry and its
-- mirror; and what the bank returned with the reversal of an equal amount, which nothing but the
-- amount ties, so it is proposed where exactly one fits one.
CREATE FUNCTION ledger_api.find_returned(p_rule ledger.match_rule) RETURNS void
LANGUAGE plpgsql VOLATILE SET plan_cache_mode = force_custom_plan AS $$
DECLARE
    j integer := (SELECT r.jurisdiction_id FROM m_run AS r);
    v_no integer := (SELECT r.next_no FROM m_run AS r);
    v_count integer;
BEGIN
    CREATE TEMP TABLE m_next AS
    SELECT row_number() OVER (ORDER BY a.id)::integer AS no, a.id AS a_id, b.id AS b_id
    FROM (
        SELECT e.id, e.reverses_entry_id AS original_id FROM ledger.journal_entry AS e
        WHERE e.jurisdiction_id = j AND e.reverses_entry_id IS NOT NULL
        UNION ALL
        SELECT v.entry_id, v.check_id FROM ledger.check_void AS v WHERE v.jurisdiction_id = j
    ) AS v
    JOIN m_book AS a ON a.book_entry_id = v.original_id
    JOIN m_book AS b ON b.book_entry_id = v.id AND b.amount = -a.amount
    WHERE NOT EXISTS (SELECT FROM m_found_book AS f WHERE f.id IN (a.id, b.id));
    INSERT INTO m_found (no, state, key, days, s_rivals, b_rivals)
    SELECT v_no + g.no, CASE WHEN p_rule.may_confirm THEN 'confirmed' ELSE 'proposed' END,
        'taken back', NULL, 0, 0
    FROM m_next AS g;
    GET DIAGNOSTICS v_count = ROW_COUNT;
    INSERT INTO m_found_book
    SELECT v_no + g.no, g.a_id FROM m_next AS g
    UNION ALL SELECT v_no + g.no, g.b_id FROM m_next AS g;
    DROP TABLE m_next;
    UPDATE m_run SET next_no = v_no + v_count;
    INSERT INTO m_pair (s_id, b_id, key, s_rivals, b_rivals, days, common)
    SELECT p.s_id, p.b_id, 'returned', 0, 0, p.days, 0
    FROM (
        SELECT s.id AS s_id, b.id AS b_id, s.n - b.n AS days,
            count(*) OVER (PARTITION BY s.id) AS s_count,
            count(*) OVER (PARTITION BY b.id) AS b_count
        FROM m_statement AS s
        JOIN m_book AS b
            ON b.amount = s.amount AND b.kind = 'reversal'
            AND s.n - b.n BETWEEN -p_rule.days_after AND p_rule.days_after
        WHERE s.is_return AND s.amount < 0
            AND NOT EXISTS (SELECT FROM m_found_statement AS f WHERE f.id = s.id)
            AND NOT EXISTS (SELECT FROM m_found_book AS f WHERE f.id = b.id)
    ) AS p
    WHERE p.s_count = 1 AND p.b_count = 1;
    PERFORM ledger_api.add_found_pairs('amount', false, false);
END $$;
COMMENT ON FUNCTION ledger_api.find_returned IS
'What the books took back before a bank saw it, and what the bank returned.';
