-- Records one collection, by plans made once: the scalar shape of record_collections.
CREATE FUNCTION ledger_api.record_collection(
    p_source text,
    p_key text,
    p_fingerprint bytea,
    p_docket_id bigint,
    p_effective_on date,
    p_amount bigint,
    p_number text,
    p_method text,
    p_payer text,
    p_memo text,
    p_code text,
    p_detail text,
    p_purse integer[],
    p_debit integer[],
    p_credit integer[],
    p_cents bigint[],
    p_debt smallint[],
    p_share smallint[],
    p_origin text DEFAULT 'payment'
) RETURNS SETOF ledger_api.reply
LANGUAGE sql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
SET plan_cache_mode = force_generic_plan SET jit = off AS $$
    SELECT * FROM ledger_api.collect(
        p_source, ARRAY[p_key], ARRAY[p_fingerprint], ARRAY[p_docket_id], ARRAY[p_effective_on],
        ARRAY[p_amount], CASE WHEN p_number IS NOT NULL THEN ARRAY[p_number] END,
        ARRAY[p_method], ARRAY[p_payer], ARRAY[p_memo], ARRAY[p_code], ARRAY[p_detail],
        array_fill(1, ARRAY[cardinality(p_purse)]), p_purse, p_debit, p_credit, p_cents, p_debt,
        p_share, p_origin
    )
$$;
COMMENT ON FUNCTION ledger_api.record_collection IS
'Records one collection, by plans made once: the scalar shape of record_collections.';
