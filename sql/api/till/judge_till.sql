-- Which collections come to a till that is closed. What never was a till is free, and so is a
-- receipt entered again after it was misapplied or applied anew: its money came in before.
CREATE FUNCTION ledger_api.judge_till(
    j integer, p_source text, p_numbers text[], p_count integer
) RETURNS TABLE (item integer, code text, detail text)
LANGUAGE plpgsql VOLATILE AS $$
#variable_conflict use_column
DECLARE
    v_close bigint;
BEGIN
    SELECT s.close_id INTO v_close FROM ledger_api.last_session(j, p_source) AS s;
    IF v_close IS NULL THEN
        RETURN;
    END IF;
    RETURN QUERY
    SELECT u.i, 'LG320', format('%s, closed by entry %s', p_source, v_close)
    FROM generate_series(1, p_count) AS u (i)
    WHERE NOT EXISTS (
        SELECT FROM (
            SELECT c.entry_id FROM ledger.receipt AS c
            WHERE c.jurisdiction_id = j AND c.source = p_source AND c.number = p_numbers[u.i]
            ORDER BY c.entry_id DESC
            LIMIT 1
        ) AS c
        JOIN ledger.journal_entry AS r
            ON r.jurisdiction_id = j AND r.reverses_entry_id = c.entry_id
        JOIN ledger.reversal AS v ON v.jurisdiction_id = j AND v.entry_id = r.id
        WHERE v.reason IN ('misapplied', 'reapplied', 'identified')
    );
END $$;
COMMENT ON FUNCTION ledger_api.judge_till IS 'Which collections come to a till that is closed.';
