-- The root of the Merkle tree over these leaves, in the shape of RFC 6962 section 2.1.
CREATE FUNCTION ledger_api.merkle_root(p_leaves bytea[]) RETURNS bytea
LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
    v_level bytea[] := p_leaves;
BEGIN
    WHILE cardinality(v_level) > 1 LOOP
        SELECT array_agg(
            CASE WHEN n.right_node IS NULL THEN n.left_node
                ELSE sha256('\x01'::bytea || n.left_node || n.right_node) END
            ORDER BY n.pair
        ) INTO v_level
        FROM (
            SELECT (u.i - 1) / 2 AS pair, (array_agg(u.node ORDER BY u.i))[1] AS left_node,
                (array_agg(u.node ORDER BY u.i))[2] AS right_node
            FROM unnest(v_level) WITH ORDINALITY AS u (node, i)
            GROUP BY 1
        ) AS n;
    END LOOP;
    RETURN v_level[1];
END $$;
COMMENT ON FUNCTION ledger_api.merkle_root IS
'The root of the Merkle tree over these leaves, in the shape of RFC 6962 section 2.1.';
