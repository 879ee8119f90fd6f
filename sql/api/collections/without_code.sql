-- The items, in order, that carry no refusal.
CREATE FUNCTION ledger_api.without_code(p_items integer[], p_codes text[]) RETURNS integer[]
LANGUAGE sql IMMUTABLE AS $$
    SELECT coalesce(array_agg(n.i ORDER BY n.i), '{}')
    FROM unnest(p_items) AS n (i)
    JOIN unnest(p_codes) WITH ORDINALITY AS c (code, i) ON c.i = n.i
    WHERE c.code IS NULL
$$;
COMMENT ON FUNCTION ledger_api.without_code IS
'The items, in order, that carry no refusal.';
