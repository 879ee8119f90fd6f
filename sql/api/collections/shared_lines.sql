-- The postings of accepted new collections that give a share of a debt to its recipient, and those
-- that no debt takes (debt NULL).
CREATE FUNCTION ledger_api.shared_lines(
    j integer,
    p_docket_ids bigint[],
    p_accepted integer[],
    p_item integer[],
    p_purse integer[],
    p_cents bigint[],
    p_debt smallint[],
    p_share smallint[]
) RETURNS TABLE (docket bigint, debt smallint, share smallint, cents bigint)
LANGUAGE plpgsql VOLATILE AS $$
#variable_conflict use_column
BEGIN
    RETURN QUERY
    SELECT p_docket_ids[p.item], p.debt, p.share, p.cents
    FROM unnest(p_item, p_purse, p_cents, p_debt, p_share) AS p (item, purse, cents, debt, share)
    JOIN unnest(p_accepted) AS a (i) ON a.i = p.item
    JOIN ledger.purse AS w ON w.jurisdiction_id = j AND w.id = p.purse
    JOIN ledger.fund AS f
        ON f.jurisdiction_id = j AND f.id = w.fund_id AND f.kind LIKE 'custodial%'
    WHERE p.share IS NOT NULL OR p.debt IS NULL;
END $$;
COMMENT ON FUNCTION ledger_api.shared_lines IS
'The postings of accepted new collections that give a share of a debt to its recipient.';
