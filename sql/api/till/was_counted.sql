-- Whether people have counted the money of a receipt: at the close of its till or for a deposit.
CREATE FUNCTION ledger_api.was_counted(p_receipt_id bigint) RETURNS boolean
LANGUAGE sql STABLE SECURITY INVOKER SET search_path = pg_catalog, pg_temp AS $$
    SELECT ledger_api.ticket_of(p_receipt_id) IS NOT NULL OR EXISTS (
        SELECT FROM ledger.receipt AS r
        JOIN ledger.till_session AS s
            ON s.jurisdiction_id = r.jurisdiction_id AND s.till = r.source
        JOIN ledger.till_close AS c
            ON c.jurisdiction_id = s.jurisdiction_id AND c.session_id = s.entry_id
        WHERE r.jurisdiction_id = ledger.visible_jurisdiction()
            AND r.entry_id = ledger_api.first_entry(p_receipt_id)
            AND r.entry_id BETWEEN s.entry_id AND c.entry_id
    )
$$;
COMMENT ON FUNCTION ledger_api.was_counted IS
'Whether people have counted the money of a receipt: at the close of its till or for a deposit.';
