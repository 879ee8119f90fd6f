-- What shares hold after amounts were added to some of them; shares count from 0.
CREATE FUNCTION ledger_api.with_shares(p_held bigint[], p_shares smallint[], p_cents bigint[])
RETURNS bigint[]
LANGUAGE sql IMMUTABLE AS $$
    SELECT ARRAY(
        SELECT h.held + coalesce(p_cents[array_position(p_shares, (h.n - 1)::smallint)], 0)
        FROM unnest(p_held) WITH ORDINALITY AS h (held, n)
        ORDER BY h.n
    )
$$;
COMMENT ON FUNCTION ledger_api.with_shares IS
'What shares hold after amounts were added to some of them.';
