-- The greatest common divisor of amounts: the grid on which their sums lie.
CREATE AGGREGATE ledger_api.gcd_of(bigint) (SFUNC = pg_catalog.gcd, STYPE = bigint, INITCOND = '0');
COMMENT ON AGGREGATE ledger_api.gcd_of (bigint) IS 'The greatest common divisor of amounts.';
