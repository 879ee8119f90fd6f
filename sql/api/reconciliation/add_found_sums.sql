-- Takes sums that were searched outside: for each its line, whether that is one of the books, how
-- many sums were found for it and whether chance is excluded, and the lines that make it up. A sum
-- is confirmed when it is the only one and no line of it is part of another; else it is proposed.
CREATE FUNCTION ledger_api.add_found_sums(
    p_rule ledger.match_rule, p_targets integer[], p_are_reverse boolean[], p_counts integer[],
    p_are_proven boolean[], p_member_sums integer[], p_members integer[]
) RETURNS void
LANGUAGE plpgsql VOLATILE SET plan_cache_mode = force_custom_plan AS $$
DECLARE
    v_no integer := (SELECT r.next_no FROM m_run AS r);
BEGIN
    INSERT INTO m_found_statement
    SELECT v_no + u.i, u.target
    FROM unnest(p_targets, p_are_reverse) WITH ORDINALITY AS u (target, is_reverse, i)
    WHERE NOT u.is_reverse
    UNION ALL
    SELECT v_no + m.sum, m.id FROM unnest(p_member_sums, p_members) AS m (sum, id)
    WHERE p_are_reverse[m.sum];
    INSERT INTO m_found_book
    SELECT v_no + u.i, u.target
    FROM unnest(p_targets, p_are_reverse) WITH ORDINALITY AS u (target, is_reverse, i)
    WHERE u.is_reverse
    UNION ALL
    SELECT v_no + m.sum, m.id FROM unnest(p_member_sums, p_members) AS m (sum, id)
    WHERE NOT p_are_reverse[m.sum];
    INSERT INTO m_found (no, state, key, days, s_rivals, b_rivals)
    SELECT v_no + u.i, CASE WHEN p_rule.may_confirm AND u.is_proven AND u.count = 1
            AND NOT EXISTS (
                SELECT FROM m_found_statement AS f
                JOIN m_found_statement AS o ON o.id = f.id AND o.no <> f.no
                WHERE f.no = v_no + u.i
            ) AND NOT EXISTS (
                SELECT FROM m_found_book AS f
                JOIN m_found_book AS o ON o.id = f.id AND o.no <> f.no
                WHERE f.no = v_no + u.i
            ) THEN 'confirmed' ELSE 'proposed' END,
        'sum', NULL, CASE WHEN u.is_reverse THEN u.count - 1 ELSE 0 END,
        CASE WHEN u.is_reverse THEN 0 ELSE u.count - 1 END
    FROM unnest(p_targets, p_are_reverse, p_counts, p_are_proven) WITH ORDINALITY
        AS u (target, is_reverse, count, is_proven, i);
    UPDATE m_run SET next_no = v_no + cardinality(p_targets);
END $$;
COMMENT ON FUNCTION ledger_api.add_found_sums IS 'Takes sums that were searched outside.';
