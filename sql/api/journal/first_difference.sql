-- The first field in which a command differs from the one stored under the same request key.
CREATE FUNCTION ledger_api.first_difference(p_stored bytea, p_given bytea, p_fields text[])
RETURNS text
LANGUAGE sql IMMUTABLE AS $$
    SELECT coalesce((
        SELECT (ARRAY['kind'] || p_fields)[i + 1]
        FROM generate_series(0, length(p_given) / 8 - 1) AS i
        WHERE substring(p_stored FROM i * 8 + 1 FOR 8) IS DISTINCT FROM
            substring(p_given FROM i * 8 + 1 FOR 8)
        ORDER BY i
        LIMIT 1
    ), 'the number of fields')
$$;
COMMENT ON FUNCTION ledger_api.first_difference IS
'The first field in which a command differs from the one stored under the same request key.';
