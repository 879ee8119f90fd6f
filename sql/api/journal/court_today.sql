-- Today by the clock of the bound jurisdiction's courts.
CREATE FUNCTION ledger_api.court_today() RETURNS date
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT (clock_timestamp() AT TIME ZONE j.time_zone)::date
    FROM ledger.jurisdiction AS j
    WHERE j.id = (SELECT ledger.bound_jurisdiction())
$$;
COMMENT ON FUNCTION ledger_api.court_today IS
'Today by the clock of the bound jurisdiction''s courts.';
