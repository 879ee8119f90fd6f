-- Records collections in a batch: see ledger_api.collect for the arrays. Plans are made for the
-- sizes at hand, in the order in which the joins are written.
CREATE FUNCTION ledger_api.record_collections(
    p_source text,
    p_keys text[],
    p_fingerprints bytea[],
    p_docket_ids bigint[],
    p_effective_on date[],
    p_amounts bigint[],
    p_numbers text[],
    p_methods text[],
    p_payers text[],
    p_memos text[],
    p_codes text[],
    p_details text[],
    p_item integer[],
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
SET plan_cache_mode = force_custom_plan SET join_collapse_limit = 1 SET jit = off
SET random_page_cost = 1.1 SET work_mem = '64MB' AS $$
    SELECT * FROM ledger_api.collect(
        p_source, p_keys, p_fingerprints, p_docket_ids, p_effective_on, p_amounts, p_numbers,
        p_methods, p_payers, p_memos, p_codes, p_details, p_item, p_purse, p_debit, p_credit,
        p_cents, p_debt, p_share, p_origin
    )
$$;
COMMENT ON FUNCTION ledger_api.record_collections IS
'Records collections in a batch.';
