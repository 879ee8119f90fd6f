-- Who held which role, granted by whom and when, until when, and when they last acted.
CREATE FUNCTION ledger_api.access_list() RETURNS TABLE (
    login text,
    role text,
    granted_by text,
    granted_at timestamptz,
    revoked_at timestamptz,
    last_acted_at timestamptz
)
LANGUAGE sql STABLE SECURITY INVOKER SET search_path = pg_catalog, pg_temp AS $$
    WITH changes AS (
        SELECT c.jurisdiction_id, c.principal_id, c.login, c.role, c.action = 'grant' AS is_grant,
            c.entry_id
        FROM ledger.role_change AS c
        UNION ALL
        SELECT c.jurisdiction_id, c.principal_id, 'token ' || c.label, c.role,
            c.action = 'issue', c.entry_id
        FROM ledger.token_change AS c
    ), spans AS (
        SELECT c.*, lead(c.entry_id) OVER held AS ended_by
        FROM changes AS c
        WHERE c.jurisdiction_id = (SELECT ledger.visible_jurisdiction())
        WINDOW held AS (PARTITION BY c.principal_id, c.role ORDER BY c.entry_id)
    )
    SELECT s.login, s.role, p.login, e.recorded_at, x.recorded_at, (
        SELECT max(u.recorded_at) FROM ledger.journal_entry AS u
        WHERE u.jurisdiction_id = s.jurisdiction_id AND u.principal_id = s.principal_id
    )
    FROM spans AS s
    JOIN ledger.journal_entry AS e
        ON e.jurisdiction_id = s.jurisdiction_id AND e.id = s.entry_id
    JOIN ledger.principal AS p ON p.id = e.principal_id
    LEFT JOIN ledger.journal_entry AS x
        ON x.jurisdiction_id = s.jurisdiction_id AND x.id = s.ended_by
    WHERE s.is_grant
    ORDER BY s.login, s.role, s.entry_id
$$;
COMMENT ON FUNCTION ledger_api.access_list IS
'Who held which role, granted by whom and when, until when, and when they last acted.';
