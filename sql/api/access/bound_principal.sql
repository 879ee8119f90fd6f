-- The principal whose acts this transaction records.
CREATE FUNCTION ledger_api.bound_principal() RETURNS integer
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT b.principal_id FROM ledger.binding() AS b
$$;
COMMENT ON FUNCTION ledger_api.bound_principal IS
'The principal whose acts this transaction records.';
