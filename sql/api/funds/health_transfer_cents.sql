-- What 18 U.S.C. 3014(h)(1) transfers in a year in which subsection (d) transferred so much: the
-- same, but not less than 5,000,000.00 nor more than 30,000,000.00.
CREATE FUNCTION ledger_api.health_transfer_cents(p_transferred_cents bigint) RETURNS bigint
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT least(greatest(p_transferred_cents, 500000000), 3000000000)
$$;
COMMENT ON FUNCTION ledger_api.health_transfer_cents IS
'What 18 U.S.C. 3014(h)(1) transfers in a year in which subsection (d) transferred so much.';
