-- Which debts of an opening may not be brought in as stated. Amounts and divisions are the old
-- system's own: no maximum of the statute and no rounding is held against them, but every share
-- goes to somebody whom the rule names, tiers are filled in their order, and no more is applied
-- than is owed or sent on than is held.
CREATE FUNCTION ledger_api.judge_brought_debts(
    p_opening ledger.opening,
    p_references text[],
    p_judgment_on date[],
    p_is_entity boolean[],
    p_payment_orders text[],
    p_authority_ids integer[],
    p_cents bigint[],
    p_plans jsonb,
    p_plan_index integer[],
    p_item integer[],
    p_share smallint[],
    p_held bigint[],
    p_sent bigint[]
) RETURNS TABLE (item integer, code text, detail text)
LANGUAGE plpgsql VOLATILE AS $$
#variable_conflict use_column
DECLARE
    j integer := p_opening.jurisdiction_id;
BEGIN
    RETURN QUERY
    WITH shares AS MATERIALIZED (
        SELECT x.k::integer AS plan, s.n, s.tier, x.cap[s.tier + 1] AS cap, coalesce((
                SELECT sum(c.cents) FROM unnest(x.cap[1:s.tier]) AS c (cents)
            ), 0) AS room_before, r.roles, (
                c.fund_id = p_opening.fund_id AND c.role = 'due_to'
                AND s.own = coalesce(r.own_purse_id, 0)
            ) IS TRUE AS is_due
        FROM ROWS FROM (jsonb_to_recordset(p_plans) AS (
            tier smallint[], cap bigint[], due integer[], own integer[]
        )) WITH ORDINALITY AS x (tier, cap, due, own, k)
        CROSS JOIN LATERAL unnest(x.tier, x.due, x.own) WITH ORDINALITY AS s (tier, due, own, n)
        LEFT JOIN ledger.account AS c ON c.jurisdiction_id = j AND c.id = s.due
        LEFT JOIN ledger.recipient AS r ON r.jurisdiction_id = j AND r.id = c.recipient_id
    ), plans AS (
        SELECT s.plan, bool_and(s.is_due) AS is_due FROM shares AS s GROUP BY s.plan
    ), held AS (
        SELECT u.item, s.tier, sum(u.held) AS cents, min(s.room_before) AS room_before,
            min(s.cap) AS cap, bool_or(s.plan IS NULL OR u.held < 0) AS is_wrong,
            bool_or(u.sent < 0 OR u.sent > u.held) AS is_oversent
        FROM unnest(p_item, p_share, p_held, p_sent) AS u (item, share, held, sent)
        LEFT JOIN shares AS s ON s.plan = p_plan_index[u.item] AND s.n = u.share + 1
        GROUP BY u.item, s.tier
    ), sums AS (
        SELECT h.item, sum(h.cents) AS cents, bool_or(h.is_wrong) AS is_wrong,
            bool_or(h.is_oversent) AS is_oversent
        FROM held AS h GROUP BY h.item
    ), tiers AS (
        SELECT DISTINCT m.item
        FROM held AS h
        JOIN sums AS m ON m.item = h.item
        WHERE h.cents <> least(greatest(m.cents - h.room_before, 0), h.cap)
    ), judged AS (
        SELECT u.i::integer AS item, CASE
            WHEN coalesce(length(u.reference), 0) NOT BETWEEN 1 AND 60 THEN 'LG108'
            WHEN isfinite(u.judgment_on) IS NOT TRUE THEN 'LG109'
            WHEN u.judgment_on > p_opening.cut_over THEN 'LG105'
            WHEN a.id IS NULL THEN 'LG206'
            WHEN u.judgment_on < a.effective_from OR u.judgment_on > a.effective_to THEN 'LG204'
            WHEN (u.cents > 0) IS NOT TRUE THEN 'LG106'
            WHEN q.rank IS NULL THEN 'LG304'
            WHEN p.is_due IS NOT TRUE OR m.is_wrong OR EXISTS (
                SELECT FROM shares AS s
                WHERE s.plan = u.plan AND (s.roles && a.share_roles) IS NOT TRUE
            ) THEN 'LG305'
            WHEN k.entry_id <= p_opening.entry_id OR k.fund_id <> p_opening.fund_id THEN 'LG202'
            WHEN (k.judgment_on, k.is_entity, k.payment_order)
                <> (u.judgment_on, u.is_entity, u.payment_order) THEN 'LG357'
            WHEN min(u.judgment_on) OVER one <> max(u.judgment_on) OVER one
                OR bool_and(u.is_entity) OVER one <> bool_or(u.is_entity) OVER one
                OR min(u.payment_order) OVER one <> max(u.payment_order) OVER one THEN 'LG357'
            WHEN m.cents > u.cents THEN 'LG301'
            WHEN m.is_oversent THEN 'LG358'
            WHEN t.item IS NOT NULL THEN 'LG306'
        END AS code, format(
            '%s, %s ordered on %s, %s applied', a.citation, ledger_api.dollars(u.cents),
            u.judgment_on, ledger_api.dollars(coalesce(m.cents, 0))
        ) AS detail
        FROM unnest(
            p_references, p_judgment_on, p_is_entity, p_payment_orders, p_authority_ids, p_cents,
            p_plan_index
        ) WITH ORDINALITY AS u (
            reference, judgment_on, is_entity, payment_order, authority, cents, plan, i
        )
        LEFT JOIN ledger.authority AS a ON a.jurisdiction_id = j AND a.id = u.authority
        LEFT JOIN ledger.payment_rank AS q
            ON q.jurisdiction_id = j AND q.payment_order = u.payment_order
            AND q.debt_kind = a.debt_kind
        LEFT JOIN ledger.docket_reference AS r
            ON r.jurisdiction_id = j AND r.reference = u.reference
        LEFT JOIN ledger.docket AS k ON k.jurisdiction_id = j AND k.entry_id = r.docket_id
        LEFT JOIN plans AS p ON p.plan = u.plan
        LEFT JOIN sums AS m ON m.item = u.i
        LEFT JOIN tiers AS t ON t.item = u.i
        WINDOW one AS (PARTITION BY u.reference)
    )
    SELECT g.item, g.code, g.detail FROM judged AS g WHERE g.code IS NOT NULL ORDER BY g.item;
END $$;
COMMENT ON FUNCTION ledger_api.judge_brought_debts IS
'Which debts of an opening may not be brought in as stated.';
