-- What waits for a second person, oldest first; docket NULL where it is about none, or was erased.
CREATE FUNCTION ledger_api.proposal_list() RETURNS TABLE (
    proposal_id bigint, proposed_on date, proposed_by text, action text, docket text,
    statement text
)
LANGUAGE sql STABLE SECURITY INVOKER SET search_path = pg_catalog, pg_temp AS $$
    SELECT p.entry_id, e.effective_on, w.login, p.action, r.reference, p.statement
    FROM ledger.proposal AS p
    JOIN ledger.journal_entry AS e
        ON e.jurisdiction_id = p.jurisdiction_id AND e.id = p.entry_id
    JOIN ledger.principal AS w ON w.id = e.principal_id
    LEFT JOIN ledger.docket_reference AS r
        ON r.jurisdiction_id = p.jurisdiction_id
        AND r.docket_id = substring(p.statement FROM '"docket" *: *([0-9]{1,18})')::bigint
    WHERE p.jurisdiction_id = (SELECT ledger.visible_jurisdiction()) AND NOT EXISTS (
        SELECT FROM ledger.approval AS a
        WHERE a.jurisdiction_id = p.jurisdiction_id AND a.proposal_id = p.entry_id
    )
    ORDER BY p.entry_id
$$;
COMMENT ON FUNCTION ledger_api.proposal_list IS 'What waits for a second person, oldest first.';
