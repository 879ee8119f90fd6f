-- The postings of accepted new collections that give a share of a debt to its recipient.
CREATE FUNCTION ledger_api.shared_lines(
    j integer,
    p_docket_ids bigint[],
    p_items integer[],
    p_codes text[],
    p_item integer[],
    p_purse integer[],
    p_cents bigint[],
    p_debt smallint[],
    p_share smallint[]
) RETURNS TABLE (docket bigint, debt smallint, share smallint, cents bigint)
LANGUAGE sql VOLATILE SET search_path = pg_catalog, pg_temp AS $$
    SELECT k.entry_id, p.debt, p.share, p.cents
    FROM unnest(p_item, p_purse, p_cents, p_debt, p_share) AS p (item, purse, cents, debt, share)
    JOIN unnest(p_items) AS n (i) ON n.i = p.item
    JOIN ledger.docket AS k ON k.jurisdiction_id = j AND k.entry_id = p_docket_ids[p.item]
    JOIN ledger.purse AS w
        ON w.jurisdiction_id = j AND w.id = p.purse AND w.fund_id = k.fund_id
    WHERE p.share IS NOT NULL AND p_codes[p.item] IS NULL
$$;
COMMENT ON FUNCTION ledger_api.shared_lines IS
'The postings of accepted new collections that give a share of a debt to its recipient.';
