-- How a statement stands: accepted, quarantined, released or superseded.
CREATE FUNCTION ledger_api.statement_status(j integer, p_statement ledger.statement) RETURNS text
LANGUAGE sql STABLE AS $$
    SELECT coalesce(max(c.change COLLATE "C"), p_statement.verdict)
    FROM ledger.statement_change AS c
    WHERE c.jurisdiction_id = j AND c.statement_id = p_statement.entry_id
$$;
COMMENT ON FUNCTION ledger_api.statement_status IS
'How a statement stands: accepted, quarantined, released or superseded.';
