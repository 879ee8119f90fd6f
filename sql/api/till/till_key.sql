-- The advisory lock of a till: shared by whoever records there, alone for whoever opens, counts
-- or closes it.
CREATE FUNCTION ledger_api.till_key(j integer, p_till text) RETURNS bigint
LANGUAGE sql STABLE
RETURN hashtextextended(concat_ws(':', 'till', j, p_till), 0);
COMMENT ON FUNCTION ledger_api.till_key IS 'The advisory lock of a till.';
