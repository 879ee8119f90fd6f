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
LANGUAGE plpgsql VOLATILE AS $$
#variable_conflict use_column
BEGIN
    RETURN QUERY
    WITH books AS (
        SELECT f.id AS fund_id, f.kind = 'custodial_federal' AS is_federal,
            min(a.id) FILTER (WHERE a.role = 'undeposited') AS undeposited,
            min(a.id) FILTER (WHERE a.role = 'receivable') AS receivable,
            min(a.id) FILTER (WHERE a.role = 'uncollected') AS uncollected,
            min(a.id) FILTER (WHERE a.role = 'unapplied') AS unapplied,
            min(a.id) FILTER (WHERE a.role = 'collections_for_others') AS for_others,
            min(a.id) FILTER (WHERE a.role = 'accrued_collections') AS accrued,
            min(a.id) FILTER (WHERE a.role = 'due_from_court') AS due_from_court,
            min(a.id) FILTER (WHERE a.role = 'revenue') AS revenue
        FROM ledger.fund AS f
        JOIN ledger.account AS a ON a.jurisdiction_id = j AND a.fund_id = f.id
        WHERE f.jurisdiction_id = j
        GROUP BY f.id, f.kind
    ), dockets AS MATERIALIZED (
        SELECT k.entry_id AS docket_id, f.*
        FROM (SELECT DISTINCT unnest(p_docket_ids) AS docket) AS u
        JOIN ledger.docket AS k ON k.jurisdiction_id = j AND k.entry_id = u.docket
        JOIN books AS f ON f.fund_id = k.fund_id
    ), plans AS MATERIALIZED (
        SELECT b.docket_id, b.debt_no, s.due_to_account_id, s.own_purse_id
        FROM dockets AS k
        JOIN ledger.debt AS b ON b.jurisdiction_id = j AND b.docket_id = k.docket_id
        JOIN ledger.share_plan AS s ON s.jurisdiction_id = j AND s.id = b.share_plan_id
    ), purses AS MATERIALIZED (
        SELECT w.id AS purse_id, f.fund_id, f.due_from_court, f.revenue
        FROM ledger.purse AS w
        JOIN books AS f ON f.fund_id = w.fund_id
        WHERE w.jurisdiction_id = j
    ), lines AS (
        SELECT p.item, p.cents, p.debt, p.share, k.is_federal,
            s.own_purse_id[p.share + 1] <> 0 AS is_own, CASE
                WHEN w.fund_id <> k.fund_id AND p.purse = s.own_purse_id[p.share + 1]
                    AND p.debit = w.due_from_court AND p.credit = w.revenue THEN 'own'
                WHEN (w.fund_id = k.fund_id) IS NOT TRUE THEN 'wrong'
                WHEN p.debt IS NULL AND p.share IS NULL AND p.debit = k.undeposited
                    AND p.credit = k.unapplied THEN 'unapplied'
                WHEN s.docket_id IS NULL AND p.debt IS NOT NULL THEN 'unknown'
                WHEN s.docket_id IS NULL THEN 'wrong'
                WHEN p.share IS NULL AND p.debit = k.undeposited AND p.credit = k.receivable
                    THEN 'applied'
                WHEN p.share IS NULL AND p.debit = k.for_others AND p.credit = k.accrued
                    THEN 'custodial'
                WHEN p.debit = k.uncollected AND p.credit = s.due_to_account_id[p.share + 1]
                    THEN 'share'
                ELSE 'wrong'
            END AS part
        FROM unnest(p_item, p_purse, p_debit, p_credit, p_cents, p_debt, p_share)
            AS p (item, purse, debit, credit, cents, debt, share)
        LEFT JOIN dockets AS k ON k.docket_id = p_docket_ids[p.item]
        LEFT JOIN plans AS s ON s.docket_id = p_docket_ids[p.item] AND s.debt_no = p.debt
        LEFT JOIN purses AS w ON w.purse_id = p.purse
    ), parts AS (
        SELECT l.item, l.debt, bool_or(l.part = 'unknown') AS is_unknown,
            bool_or(l.part = 'wrong' OR l.part IS NULL OR (l.cents > 0) IS NOT TRUE) AS is_wrong,
            sum(l.cents) FILTER (WHERE l.part IN ('applied', 'unapplied')) AS applied,
            sum(l.cents) FILTER (WHERE l.part = 'share') AS shared,
            sum(l.cents) FILTER (WHERE l.part = 'custodial') AS custodial,
            sum(l.cents) FILTER (WHERE l.part = 'share' AND l.is_own)
                IS DISTINCT FROM sum(l.cents) FILTER (WHERE l.part = 'own') AS is_unmirrored,
            bool_or(l.is_federal) AS is_federal
        FROM lines AS l
        GROUP BY l.item, l.debt, l.share
    ), debts AS (
        SELECT p.item, p.debt, bool_or(p.is_unknown) AS is_unknown,
            bool_or(p.is_wrong) AS is_wrong, bool_or(p.is_unmirrored) AS is_unmirrored,
            bool_or(p.is_federal) AS is_federal,
            coalesce(sum(p.applied), 0) AS applied, coalesce(sum(p.shared), 0) AS shared,
            coalesce(sum(p.custodial), 0) AS custodial
        FROM parts AS p
        GROUP BY p.item, p.debt
    ), totals AS (
        SELECT d.item, bool_or(d.is_unknown) AS is_unknown, bool_or(d.is_wrong) AS is_wrong,
            sum(d.applied) AS applied, bool_or(d.debt IS NOT NULL AND (
                d.shared <> d.applied OR d.is_unmirrored
                OR d.custodial <> CASE WHEN d.is_federal THEN d.applied ELSE 0 END
            )) AS is_uneven
        FROM debts AS d
        GROUP BY d.item
    )
    SELECT u.i::integer, CASE
        WHEN n.is_unknown THEN 'LG203'
        WHEN n.is_wrong THEN 'LG310'
        WHEN n.is_uneven THEN 'LG306'
        ELSE 'LG302'
    END, format('received %s, applied and unapplied %s', ledger_api.dollars(u.amount),
        ledger_api.dollars(coalesce(n.applied, 0)))
    FROM unnest(p_amounts) WITH ORDINALITY AS u (amount, i)
    LEFT JOIN totals AS n ON n.item = u.i
    WHERE u.amount > 0
        AND (n.is_unknown OR n.is_wrong OR n.is_uneven OR n.applied IS DISTINCT FROM u.amount);
END $$;
COMMENT ON FUNCTION ledger_api.judge_collection_lines IS
'Which collections carry a posting that is not of this event, or sums that do not agree.';
