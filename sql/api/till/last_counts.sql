-- What each person last counted in a session after an entry, the newest first.
CREATE FUNCTION ledger_api.last_counts(j integer, p_session_id bigint, p_after bigint)
RETURNS SETOF ledger.till_count
LANGUAGE sql VOLATILE AS $$
    SELECT q.* FROM (
        SELECT DISTINCT ON (c.counted_by) c.*
        FROM ledger.till_count AS c
        WHERE c.jurisdiction_id = j AND c.session_id = p_session_id AND c.entry_id > p_after
        ORDER BY c.counted_by, c.entry_id DESC
    ) AS q
    ORDER BY q.entry_id DESC
$$;
COMMENT ON FUNCTION ledger_api.last_counts IS
'What each person last counted in a session after an entry, the newest first.';
