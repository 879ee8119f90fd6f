-- First half of recording collections: finds the dockets, takes their locks in order, and tells
-- which request keys were answered before. docket_id NULL: no such docket. p_within: the key names
-- a line within its docket only, whose number is added to it. A known key answers for the docket
-- that it was used for: of a docket whose reference was erased, the key alone can. owed_back_cents:
-- what the payer has to make good before a debt gets anything.
CREATE FUNCTION ledger_api.claim_collections(
    p_keys text[], p_references text[], p_within boolean[]
)
RETURNS TABLE (
    item integer, docket_id bigint, known_entry_id bigint, owed_back_cents bigint
)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    j integer := ledger_api.require_role('clerk');
    v_dockets bigint[];
    v_keys text[];
BEGIN
    -- Row security lets no index serve a key that is put together in the condition of a join.
    SELECT array_agg(d.docket_id ORDER BY u.i), array_agg(
        CASE WHEN u.within THEN u.key || ':' || d.docket_id ELSE u.key END ORDER BY u.i
    ) INTO v_dockets, v_keys
    FROM unnest(p_keys, p_references, p_within) WITH ORDINALITY AS u (key, reference, within, i)
    LEFT JOIN ledger.docket_reference AS d
        ON d.jurisdiction_id = j AND d.reference = u.reference;
    PERFORM ledger_api.lock_dockets(j, v_dockets);
    RETURN QUERY
    SELECT u.i::integer, CASE
        WHEN e.id IS NULL THEN u.docket
        WHEN u.docket IS NULL AND x.docket_id IS NULL OR e.docket_id IS NULL THEN NULL
        ELSE coalesce(u.docket, x.docket_id)
    END, e.id, coalesce(o.cents, 0)
    FROM unnest(v_keys, v_dockets) WITH ORDINALITY AS u (key, docket, i)
    LEFT JOIN ledger.journal_entry AS e ON e.jurisdiction_id = j AND e.request_key = u.key
    LEFT JOIN ledger.docket_expunction AS x
        ON x.jurisdiction_id = j AND x.docket_id = e.docket_id
    LEFT JOIN ledger_api.owed_back(j, v_dockets) AS o ON o.docket_id = u.docket
    ORDER BY u.i;
END $$;
COMMENT ON FUNCTION ledger_api.claim_collections IS
'First half of recording collections: finds the dockets, takes their locks, tells known keys.';
