-- What rules would find in the lines of some days, as if nothing had been matched, and how it
-- agrees with the matches that stand: right, where the lines of both sides are those of the same
-- matches; wrong, where some are and others are not. Nothing is kept.
-- Sums that are searched outside are not tried.
CREATE FUNCTION ledger_api.try_match_rules(
    p_bank_account_id bigint, p_rules jsonb, p_from date, p_through date
) RETURNS TABLE (
    rule_no smallint, name text, pass text, confirmed bigint, proposed bigint, ambiguous bigint,
    confirmed_right bigint, confirmed_wrong bigint, proposed_right bigint, proposed_wrong bigint
)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
SET plan_cache_mode = force_custom_plan SET jit = off SET work_mem = '128MB' AS $$
#variable_conflict use_column
DECLARE
    j integer := ledger_api.require_role('reconciler');
    v_account ledger.bank_account;
    v_rule ledger.match_rule;
BEGIN
    SELECT * INTO v_account FROM ledger.bank_account AS b
    WHERE b.jurisdiction_id = j AND b.entry_id = p_bank_account_id;
    IF v_account.entry_id IS NULL THEN
        PERFORM ledger.raise_refusal('LG901', format('bank account %s', p_bank_account_id));
    END IF;
    PERFORM ledger_api.open_match_lines(j, v_account, p_from, p_through, true, '{}');
    INSERT INTO m_run VALUES (j, p_bank_account_id, '', 0, 0, 0);
    CREATE TEMP TABLE m_old AS
    SELECT l.statement_id, l.ordinal, NULL::bigint AS book_entry_id,
        array_agg(format('%s-%s', l.entry_id, l.match_no) ORDER BY 1) AS matches
    FROM ledger_api.match_state AS t
    JOIN ledger.match_statement_line AS l
        ON l.jurisdiction_id = j AND l.entry_id = t.entry_id AND l.match_no = t.match_no
    WHERE t.jurisdiction_id = j AND t.bank_account_id = p_bank_account_id
        AND t.state IN ('confirmed', 'accepted')
    GROUP BY 1, 2
    UNION ALL
    SELECT NULL, NULL, l.book_entry_id,
        array_agg(format('%s-%s', l.entry_id, l.match_no) ORDER BY 1)
    FROM ledger_api.match_state AS t
    JOIN ledger.match_book_line AS l
        ON l.jurisdiction_id = j AND l.entry_id = t.entry_id AND l.match_no = t.match_no
    WHERE t.jurisdiction_id = j AND t.bank_account_id = p_bank_account_id
        AND t.state IN ('confirmed', 'accepted')
    GROUP BY 3;
    ANALYZE m_old;
    FOR v_rule IN
        SELECT r.* FROM jsonb_populate_recordset(NULL::ledger.match_rule, p_rules) AS r
        ORDER BY r.rule_no
    LOOP
        PERFORM ledger_api.find_matches(v_rule);
        RETURN QUERY
        SELECT v_rule.rule_no, v_rule.name, v_rule.pass,
            count(*) FILTER (WHERE f.state = 'confirmed'),
            count(*) FILTER (WHERE f.state = 'proposed'),
            count(*) FILTER (WHERE f.state = 'ambiguous'),
            count(*) FILTER (WHERE f.state = 'confirmed' AND f.is_right),
            count(*) FILTER (WHERE f.state = 'confirmed' AND NOT f.is_right),
            count(*) FILTER (WHERE f.state = 'proposed' AND f.is_right),
            count(*) FILTER (WHERE f.state = 'proposed' AND NOT f.is_right)
        FROM (
            SELECT f.state, CASE WHEN s.matches IS NULL AND b.matches IS NULL THEN NULL
                ELSE s.matches IS NOT DISTINCT FROM b.matches END AS is_right
            FROM m_found AS f
            LEFT JOIN (
                SELECT m.no, string_agg(DISTINCT array_to_string(o.matches, ','), ',') AS matches
                FROM m_found_statement AS m
                JOIN m_statement AS s ON s.id = m.id
                JOIN m_old AS o ON o.statement_id = s.statement_id AND o.ordinal = s.ordinal
                GROUP BY m.no
            ) AS s ON s.no = f.no
            LEFT JOIN (
                SELECT m.no, string_agg(DISTINCT array_to_string(o.matches, ','), ',') AS matches
                FROM m_found_book AS m
                JOIN m_book AS b ON b.id = m.id
                JOIN m_old AS o ON o.book_entry_id = b.book_entry_id
                GROUP BY m.no
            ) AS b ON b.no = f.no
        ) AS f;
        PERFORM ledger_api.leave_found();
    END LOOP;
    DROP TABLE m_old;
    PERFORM ledger_api.close_match_lines();
END $$;
COMMENT ON FUNCTION ledger_api.try_match_rules IS
'What rules would find in the lines of some days, and how it agrees with the matches that stand.';
