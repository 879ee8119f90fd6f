-- Which collections are not acceptable by themselves.
CREATE FUNCTION ledger_api.judge_collections(
    j integer,
    p_today date,
    p_docket_ids bigint[],
    p_effective_on date[],
    p_amounts bigint[],
    p_numbers text[],
    p_methods text[],
    p_payers text[]
) RETURNS TABLE (item integer, code text, detail text)
LANGUAGE plpgsql VOLATILE AS $$
#variable_conflict use_column
BEGIN
    RETURN QUERY
    SELECT q.item::integer, q.code, q.detail
    FROM (
        SELECT u.i AS item, CASE
            WHEN d.entry_id IS NULL THEN 'LG201'
            WHEN isfinite(u.effective_on) IS NOT TRUE THEN 'LG109'
            WHEN u.effective_on > p_today THEN 'LG105'
            WHEN (u.amount > 0) IS NOT TRUE THEN 'LG106'
            WHEN p_numbers IS NOT NULL AND coalesce(length(u.number), 0) NOT BETWEEN 1 AND 60
                OR length(u.payer) > 60 THEN 'LG108'
            WHEN (u.method IN ('cash', 'check', 'card', 'ach', 'wire', 'other')) IS NOT TRUE
                THEN 'LG111'
        END AS code, format(
            '%s received %s by %s on docket %s', ledger_api.dollars(u.amount), u.effective_on,
            u.method, u.docket
        ) AS detail
        FROM unnest(p_docket_ids, p_effective_on, p_amounts, p_numbers, p_methods, p_payers)
            WITH ORDINALITY AS u (docket, effective_on, amount, number, method, payer, i)
        LEFT JOIN ledger.docket AS d ON d.jurisdiction_id = j AND d.entry_id = u.docket
    ) AS q
    WHERE q.code IS NOT NULL;
END $$;
COMMENT ON FUNCTION ledger_api.judge_collections IS
'Which collections are not acceptable by themselves.';
