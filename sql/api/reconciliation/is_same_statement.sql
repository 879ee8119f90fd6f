-- Whether two statements of one account have one name: the number within the year, or, unless
-- both have a number, their identity and days.
CREATE FUNCTION ledger_api.is_same_statement(a ledger.statement, b ledger.statement)
RETURNS boolean
LANGUAGE sql IMMUTABLE AS $$
    SELECT a.currency = b.currency AND a.is_interim = b.is_interim AND CASE
        WHEN a.sequence IS NOT NULL AND b.sequence IS NOT NULL
            THEN a.sequence = b.sequence AND extract(year FROM coalesce(a.to_on, a.from_on))
                IS NOT DISTINCT FROM extract(year FROM coalesce(b.to_on, b.from_on))
        ELSE a.identity = b.identity AND (a.from_on, a.to_on) = (b.from_on, b.to_on)
    END IS TRUE
$$;
COMMENT ON FUNCTION ledger_api.is_same_statement IS
'Whether two statements of one account have one name.';
