-- The name of a purse as people know it: fund, purpose and, where there is one, year.
CREATE FUNCTION ledger_api.purse_name(j integer, p_purse_id integer) RETURNS text
LANGUAGE sql STABLE AS $$
    SELECT concat_ws('/', f.code, w.purpose, nullif(w.year_of_availability, 0))
    FROM ledger.purse AS w
    JOIN ledger.fund AS f ON f.jurisdiction_id = j AND f.id = w.fund_id
    WHERE w.jurisdiction_id = j AND w.id = p_purse_id
$$;
COMMENT ON FUNCTION ledger_api.purse_name IS 'The name of a purse as people know it.';
