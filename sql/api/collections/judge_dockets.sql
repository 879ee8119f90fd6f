-- How every touched debt would stand (a joint debt: how its whole claim would), with a code where
-- the law does not allow it: more applied than owed, a closed gate passed (18 U.S.C. 3014(b)), the
-- payment order passed, shares that are not exact, or money (of lines without a debt) left beside a
-- debt that takes it, unless it was given back. Each cent goes to whoever is furthest behind, so a
-- share that received anything now ends less than one cent ahead of its exact part; what was
-- reversed before does not loosen this.
CREATE FUNCTION ledger_api.judge_dockets(
    j integer, p_docket_ids bigint[], p_debts smallint[], p_shares smallint[], p_cents bigint[]
) RETURNS SETOF ledger_api.debt_state
LANGUAGE plpgsql VOLATILE AS $$
#variable_conflict use_column
BEGIN
    RETURN QUERY
    WITH rows AS (
        SELECT t.docket_id, t.debt_no, x.n AS share, x.tier, x.weight, x.held AS before,
            0::bigint AS added, s.tier_cap_cents[x.tier + 1] AS cap, (
                SELECT sum(c.cents)::bigint
                FROM unnest(s.tier_cap_cents[1:x.tier]) AS c (cents)
                WHERE x.tier > 0
            ) AS room_before, b.rank, b.is_gated, b.is_gating,
            CASE WHEN g.claim_id IS NULL THEN t.owed_cents
                ELSE least(t.owed_cents - t.applied_cents + g.applied_cents, g.loss_cents)
            END AS owed_cents, g.claim_id
        FROM (SELECT DISTINCT unnest(p_docket_ids) AS docket) AS k
        JOIN ledger.debt_total AS t ON t.jurisdiction_id = j AND t.docket_id = k.docket
        JOIN ledger.debt AS b
            ON b.jurisdiction_id = j AND b.docket_id = t.docket_id AND b.debt_no = t.debt_no
        JOIN ledger.share_plan AS s ON s.jurisdiction_id = j AND s.id = b.share_plan_id
        LEFT JOIN ledger.joint_total AS g ON g.jurisdiction_id = j AND g.claim_id = t.claim_id
        CROSS JOIN LATERAL unnest(
            s.tier, s.weight,
            CASE WHEN g.claim_id IS NULL THEN t.held_cents ELSE g.held_cents END
        ) WITH ORDINALITY AS x (tier, weight, held, n)
        UNION ALL
        SELECT u.docket, u.debt, u.share + 1, NULL, NULL, 0::bigint, u.cents, NULL, NULL, NULL,
            NULL, NULL, NULL, NULL
        FROM unnest(p_docket_ids, p_debts, p_shares, p_cents) AS u (docket, debt, share, cents)
        WHERE u.debt IS NOT NULL
    ), unapplied AS (
        SELECT u.docket, sum(u.cents)::bigint AS cents
        FROM unnest(p_docket_ids, p_debts, p_cents) AS u (docket, debt, cents)
        WHERE u.debt IS NULL
        GROUP BY u.docket
    ), shares AS (
        SELECT r.docket_id, r.debt_no, r.share, max(r.tier) AS tier, max(r.weight) AS weight,
            sum(r.before)::bigint AS before, (sum(r.before) + sum(r.added))::bigint AS after,
            max(r.cap) AS cap,
            coalesce(max(r.room_before), 0) AS room_before, max(r.rank) AS rank,
            bool_or(r.is_gated) AS is_gated, bool_or(r.is_gating) AS is_gating,
            max(r.owed_cents) AS owed_cents, max(r.claim_id) AS claim_id
        FROM rows AS r
        GROUP BY r.docket_id, r.debt_no, r.share
    ), summed AS (
        SELECT s.*, sum(s.after) OVER debt AS applied, sum(s.after - s.before) OVER debt AS added,
            sum(s.after) OVER tier AS tier_after, sum(s.weight) OVER tier AS tier_weight
        FROM shares AS s
        WINDOW debt AS (PARTITION BY s.docket_id, s.debt_no),
            tier AS (PARTITION BY s.docket_id, s.debt_no, s.tier)
    ), debts AS (
        SELECT s.docket_id, s.debt_no, s.rank, s.is_gated, s.is_gating, s.added, s.applied,
            s.claim_id, s.owed_cents - s.applied AS left_over, array_agg(s.after) AS held, bool_or(
                s.tier_after <> least(greatest(s.applied - s.room_before, 0), s.cap)
                OR s.after < s.before OR (
                    s.after > s.before
                    AND s.tier_weight * s.after - s.weight * s.tier_after >= s.tier_weight
                )
            ) AS is_inexact
        FROM (SELECT * FROM summed AS s ORDER BY s.docket_id, s.debt_no, s.share) AS s
        GROUP BY s.docket_id, s.debt_no, s.rank, s.is_gated, s.is_gating, s.added,
            s.owed_cents, s.applied, s.claim_id
    ), gates AS (
        SELECT d.*, bool_or(d.is_gating AND d.left_over > 0)
            OVER (PARTITION BY d.docket_id) AS is_shut
        FROM debts AS d
    ), places AS (
        SELECT g.*, min(g.rank) FILTER (
            WHERE g.left_over > 0 AND NOT (g.is_gated AND g.is_shut)
        ) OVER (PARTITION BY g.docket_id) AS next_rank
        FROM gates AS g
    )
    SELECT p.docket_id, p.debt_no, p.applied::bigint, p.held, p.claim_id, CASE
        WHEN p.left_over < 0 THEN 'LG301'
        WHEN p.is_gated AND p.added > 0 AND p.is_shut THEN 'LG303'
        WHEN p.added > 0 AND p.rank > p.next_rank THEN 'LG304'
        WHEN p.is_inexact THEN 'LG306'
        WHEN n.cents > 0 AND p.next_rank IS NOT NULL
            AND n.cents + ledger_api.docket_money(j, p.docket_id, 'unapplied') > 0 THEN 'LG318'
    END
    FROM places AS p
    LEFT JOIN unapplied AS n ON n.docket = p.docket_id;
END $$;
COMMENT ON FUNCTION ledger_api.judge_dockets IS
'How every touched debt would stand, with a code where the law does not allow it.';
