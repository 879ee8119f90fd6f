-- Whether the court's newest finding on a docket is indigence, and the rule spares the indigent.
CREATE FUNCTION ledger_api.is_spared(j integer, p_docket_id bigint, p_authority_id integer)
RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT EXISTS (
        SELECT FROM ledger.authority_term AS t
        WHERE t.jurisdiction_id = j AND t.authority_id = p_authority_id
            AND t.name = 'spares_indigent' AND t.value = 'true'
    ) AND coalesce((
        SELECT f.is_indigent FROM ledger.indigency_finding AS f
        WHERE f.jurisdiction_id = j AND f.docket_id = p_docket_id
        ORDER BY f.entry_id DESC LIMIT 1
    ), false)
$$;
COMMENT ON FUNCTION ledger_api.is_spared IS
'Whether a rule orders nothing of the defendant of a docket, whom the court found indigent.';
