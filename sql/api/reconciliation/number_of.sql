-- The number by which people know an entry; before it is sealed, its identity.
CREATE FUNCTION ledger_api.number_of(j integer, p_entry_id bigint) RETURNS bigint
LANGUAGE sql STABLE AS $$
    SELECT coalesce((
        SELECT n.number FROM ledger.sealed_entry AS n
        WHERE n.jurisdiction_id = j AND n.entry_id = p_entry_id
    ), p_entry_id)
$$;
COMMENT ON FUNCTION ledger_api.number_of IS
'The number by which people know an entry; before it is sealed, its identity.';
