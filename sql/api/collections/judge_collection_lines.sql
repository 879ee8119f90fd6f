-- Which collections carry a posting that is not of this event, or sums that do not agree: what
-- is applied and unapplied must equal what was received, and each debt's shares what it got.
CREATE FUNCTION ledger_api.judge_collection_lines(
    j integer,
    p_docket_ids bigint[],
    p_amounts bigint[],
    p_item integer[],
    p_purse integer[],
    p_debit integer[],
    p_credit integer[],
    p_cents bigint[],
    p_debt smallint[],
    p_share smallint[]
) RETURNS TABLE (item integer, code text, detail text)
LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, pg_temp
SET plan_cache_mode = force_custom_plan AS $$
#variable_conflict use_column
BEGIN
    RETURN QUERY
    WITH lines AS (
        SELECT p.item, p.cents, p.debt, p.share, CASE
            WHEN p.debt IS NULL AND d.role = 'undeposited' AND c.role = 'unapplied' THEN 'unapplied'
            WHEN w.fund_id <> k.fund_id AND d.role = 'due_from_court' AND c.role = 'revenue'
                AND p.purse = s.own_purse_id[p.share + 1] THEN 'own'
            WHEN w.fund_id <> k.fund_id OR p.debt IS NULL OR b.debt_no IS NULL THEN 'wrong'
            WHEN p.share IS NULL AND d.role = 'undeposited' AND c.role = 'receivable' THEN 'applied'
            WHEN p.share IS NULL AND d.role = 'collections_for_others'
                AND c.role = 'accrued_collections' THEN 'custodial'
            WHEN d.role = 'uncollected' AND p.credit = s.due_to_account_id[p.share + 1]
                THEN 'share'
            ELSE 'wrong'
        END AS part, s.own_purse_id[p.share + 1] <> 0 AS is_own,
            f.kind = 'custodial_federal' AS is_federal
        FROM unnest(p_item, p_purse, p_debit, p_credit, p_cents, p_debt, p_share)
            AS p (item, purse, debit, credit, cents, debt, share)
        LEFT JOIN unnest(p_docket_ids) WITH ORDINALITY AS u (docket, i) ON u.i = p.item
        LEFT JOIN ledger.docket AS k ON k.jurisdiction_id = j AND k.entry_id = u.docket
        LEFT JOIN ledger.fund AS f ON f.jurisdiction_id = j AND f.id = k.fund_id
        LEFT JOIN ledger.debt AS b
            ON b.jurisdiction_id = j AND b.docket_id = k.entry_id AND b.debt_no = p.debt
        LEFT JOIN ledger.share_plan AS s ON s.jurisdiction_id = j AND s.id = b.share_plan_id
        LEFT JOIN ledger.purse AS w ON w.jurisdiction_id = j AND w.id = p.purse
        LEFT JOIN ledger.account AS d ON d.jurisdiction_id = j AND d.id = p.debit
        LEFT JOIN ledger.account AS c ON c.jurisdiction_id = j AND c.id = p.credit
    ), debts AS (
        SELECT l.item, l.debt,
            bool_or(l.part = 'wrong' OR l.part IS NULL OR (l.cents > 0) IS NOT TRUE) AS is_wrong,
            coalesce(sum(l.cents) FILTER (WHERE l.part IN ('applied', 'unapplied')), 0) AS applied,
            coalesce(sum(l.cents) FILTER (WHERE l.part = 'share'), 0) AS shared,
            coalesce(sum(l.cents) FILTER (WHERE l.part = 'custodial'), 0) AS custodial,
            coalesce(sum(l.cents) FILTER (WHERE l.part = 'share' AND l.is_own), 0) AS to_own,
            coalesce(sum(l.cents) FILTER (WHERE l.part = 'own'), 0) AS own,
            bool_or(l.is_federal) AS is_federal
        FROM lines AS l
        GROUP BY l.item, l.debt
    ), items AS (
        SELECT d.item, bool_or(d.is_wrong) AS is_wrong, sum(d.applied) AS applied,
            bool_or(d.debt IS NOT NULL AND (
                d.shared <> d.applied OR d.own <> d.to_own
                OR d.custodial <> CASE WHEN d.is_federal THEN d.applied ELSE 0 END
            )) AS is_uneven
        FROM debts AS d
        GROUP BY d.item
    )
    SELECT u.i::integer, CASE
        WHEN n.is_wrong THEN 'LG310'
        WHEN n.is_uneven THEN 'LG306'
        ELSE 'LG302'
    END, format('received %s cents, applied and unapplied %s', u.amount, coalesce(n.applied, 0))
    FROM unnest(p_amounts) WITH ORDINALITY AS u (amount, i)
    LEFT JOIN items AS n ON n.item = u.i
    WHERE u.amount > 0
        AND (n.is_wrong OR n.is_uneven OR n.applied IS DISTINCT FROM u.amount);
END $$;
COMMENT ON FUNCTION ledger_api.judge_collection_lines IS
'Which collections carry a posting that is not of this event, or sums that do not agree.';
