-- The number of the last entry sealed at or before a time: what was known then, for ever.
CREATE FUNCTION ledger_api.known_number(p_known_at timestamptz) RETURNS bigint
LANGUAGE sql STABLE SECURITY INVOKER SET search_path = pg_catalog, pg_temp AS $$
    SELECT coalesce(max(b.first_entry_number + b.entry_count - 1), 0)
    FROM ledger.block AS b
    WHERE b.jurisdiction_id = (SELECT ledger.visible_jurisdiction()) AND b.sealed_at <= p_known_at
$$;
COMMENT ON FUNCTION ledger_api.known_number IS
'The number of the last entry sealed at or before a time: what was known then, for ever.';
