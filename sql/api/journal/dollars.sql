-- An amount as people read it.
CREATE FUNCTION ledger_api.dollars(p_cents numeric) RETURNS text
LANGUAGE sql IMMUTABLE
RETURN to_char(p_cents / 100, 'FM9999999999999999999990.00');
COMMENT ON FUNCTION ledger_api.dollars IS 'An amount as people read it.';
