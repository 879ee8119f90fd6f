-- Which receipts of an opening may not be brought in as stated: debts and shares as for
-- collections, but how the old system divided the money is not held against it.
CREATE FUNCTION ledger_api.judge_brought_receipts(
    p_opening ledger.opening,
    p_source text,
    p_numbers text[],
    p_references text[],
    p_docket_ids bigint[],
    p_received_on date[],
    p_amounts bigint[],
    p_methods text[],
    p_payers text[],
    p_item integer[],
    p_debt smallint[],
    p_share smallint[],
    p_cents bigint[]
) RETURNS TABLE (item integer, code text, detail text)
LANGUAGE plpgsql VOLATILE AS $$
#variable_conflict use_column
DECLARE
    j integer := p_opening.jurisdiction_id;
BEGIN
    RETURN QUERY
    WITH shares AS (
        SELECT u.item, u.cents, t.owed_cents, t.debt_no, t.applied_cents + sum(u.cents) OVER (
                PARTITION BY p_docket_ids[u.item], u.debt
            ) AS applied, (
                u.cents > 0 AND u.share BETWEEN 0 AND cardinality(t.held_cents) - 1
            ) IS TRUE AS is_share
        FROM unnest(p_item, p_debt, p_share, p_cents) AS u (item, debt, share, cents)
        LEFT JOIN ledger.debt_total AS t
            ON t.jurisdiction_id = j AND t.docket_id = p_docket_ids[u.item]
            AND t.debt_no = u.debt
    ), sums AS (
        SELECT s.item, sum(s.cents) AS cents, bool_or(s.debt_no IS NULL) AS is_unknown,
            bool_and(s.is_share) AS is_share, bool_or(s.applied > s.owed_cents) AS is_over
        FROM shares AS s GROUP BY s.item
    ), judged AS (
        SELECT u.i::integer AS item, CASE
            WHEN u.reference IS NOT NULL AND k.entry_id IS NULL THEN 'LG201'
            WHEN isfinite(u.received_on) IS NOT TRUE THEN 'LG109'
            WHEN u.received_on > p_opening.cut_over THEN 'LG105'
            WHEN (u.amount > 0) IS NOT TRUE THEN 'LG106'
            WHEN coalesce(length(u.number), 0) NOT BETWEEN 1 AND 60 OR length(u.payer) > 60
                OR coalesce(length(p_source), 0) NOT BETWEEN 1 AND 60 THEN 'LG108'
            WHEN (u.method IN ('cash', 'check', 'card', 'ach', 'wire', 'other')) IS NOT TRUE
                THEN 'LG111'
            WHEN m.is_unknown THEN 'LG203'
            WHEN NOT m.is_share THEN 'LG305'
            WHEN m.is_over THEN 'LG301'
            WHEN m.cents <> u.amount THEN 'LG302'
        END AS code, format(
            '%s received %s by %s, receipt %s of %s', ledger_api.dollars(u.amount),
            u.received_on, u.method, u.number, p_source
        ) AS detail
        FROM unnest(
            p_references, p_docket_ids, p_received_on, p_amounts, p_numbers, p_methods, p_payers
        ) WITH ORDINALITY AS u (
            reference, docket, received_on, amount, number, method, payer, i
        )
        LEFT JOIN ledger.docket AS k
            ON k.jurisdiction_id = j AND k.entry_id = u.docket AND k.fund_id = p_opening.fund_id
        LEFT JOIN sums AS m ON m.item = u.i
    )
    SELECT DISTINCT ON (g.item) g.item, g.code, g.detail
    FROM (
        SELECT g.* FROM judged AS g WHERE g.code IS NOT NULL
        UNION ALL
        SELECT n.* FROM ledger_api.judge_receipt_numbers(j, p_source, p_numbers) AS n
    ) AS g
    ORDER BY g.item, g.code;
END $$;
COMMENT ON FUNCTION ledger_api.judge_brought_receipts IS
'Which receipts of an opening may not be brought in as stated.';
