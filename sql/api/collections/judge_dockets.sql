-- Which dockets would end in a state the law does not allow: more applied than owed, a closed
-- gate passed (18 U.S.C. 3014(b)), the payment order passed, or shares that are not exact.
-- No share may be further from its exact part than two cents or than the furthest was before.
CREATE FUNCTION ledger_api.judge_dockets(
    j integer, p_docket_ids bigint[], p_debts smallint[], p_shares smallint[], p_cents bigint[]
) RETURNS TABLE (docket_id bigint, code text, detail text)
LANGUAGE sql VOLATILE SET search_path = pg_catalog, pg_temp AS $$
    WITH added AS (
        SELECT u.docket, u.debt, u.share, sum(u.cents) AS cents
        FROM unnest(p_docket_ids, p_debts, p_shares, p_cents) AS u (docket, debt, share, cents)
        GROUP BY u.docket, u.debt, u.share
    ), touched AS (
        SELECT DISTINCT a.docket FROM added AS a
    ), shares AS (
        SELECT t.docket_id, t.debt_no, x.tier, x.weight, x.held AS before,
            x.held + coalesce(a.cents, 0) AS after, s.tier_cap_cents[x.tier + 1] AS cap
        FROM touched AS k
        JOIN ledger.debt_total AS t ON t.jurisdiction_id = j AND t.docket_id = k.docket
        JOIN ledger.debt AS b
            ON b.jurisdiction_id = j AND b.docket_id = t.docket_id AND b.debt_no = t.debt_no
        JOIN ledger.share_plan AS s ON s.jurisdiction_id = j AND s.id = b.share_plan_id
        CROSS JOIN LATERAL unnest(s.tier, s.weight, t.held_cents) WITH ORDINALITY
            AS x (tier, weight, held, n)
        LEFT JOIN added AS a
            ON a.docket = t.docket_id AND a.debt = t.debt_no AND a.share = x.n - 1
    ), tiers AS (
        SELECT s.docket_id, s.debt_no, s.tier, s.cap, sum(s.before) AS before,
            sum(s.after) AS after, sum(s.weight) AS weight
        FROM shares AS s
        GROUP BY s.docket_id, s.debt_no, s.tier, s.cap
    ), filled AS (
        SELECT t.*, sum(t.after) OVER (PARTITION BY t.docket_id, t.debt_no) AS applied,
            sum(t.cap) OVER (PARTITION BY t.docket_id, t.debt_no ORDER BY t.tier
                ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS room_before
        FROM tiers AS t
    ), inexact AS (
        SELECT f.docket_id, min(f.debt_no) AS debt_no
        FROM filled AS f
        JOIN shares AS s
            ON s.docket_id = f.docket_id AND s.debt_no = f.debt_no AND s.tier = f.tier
        GROUP BY f.docket_id, f.debt_no, f.tier, f.weight, f.after, f.before, f.applied,
            f.room_before, f.cap
        HAVING f.after <> least(greatest(f.applied - coalesce(f.room_before, 0), 0), f.cap)
            OR bool_or(s.after < s.before)
            OR max(abs(f.weight * s.after - s.weight * f.after)) > greatest(
                2 * f.weight, max(abs(f.weight * s.before - s.weight * f.before))
            )
    ), debts AS (
        SELECT b.docket_id, b.debt_no, b.rank, b.is_gated, b.is_gating,
            coalesce(f.applied - f.before, 0) AS added, b.ordered_cents - f.applied AS left_over
        FROM ledger.debt AS b
        JOIN (
            SELECT f.docket_id, f.debt_no, f.applied, sum(f.before) AS before
            FROM filled AS f
            GROUP BY f.docket_id, f.debt_no, f.applied
        ) AS f ON f.docket_id = b.docket_id AND f.debt_no = b.debt_no
        WHERE b.jurisdiction_id = j
    ), judged AS (
        SELECT d.docket_id, d.debt_no, CASE
            WHEN d.left_over < 0 THEN 'LG301'
            WHEN d.is_gated AND d.added > 0 AND EXISTS (
                SELECT FROM debts AS g
                WHERE g.docket_id = d.docket_id AND g.is_gating AND g.left_over > 0
            ) THEN 'LG303'
            WHEN d.added > 0 AND EXISTS (
                SELECT FROM debts AS g
                WHERE g.docket_id = d.docket_id AND g.rank < d.rank AND g.left_over > 0
                    AND NOT (g.is_gated AND EXISTS (
                        SELECT FROM debts AS h
                        WHERE h.docket_id = d.docket_id AND h.is_gating AND h.left_over > 0
                    ))
            ) THEN 'LG304'
        END AS code
        FROM debts AS d
        UNION ALL
        SELECT i.docket_id, i.debt_no, 'LG306' FROM inexact AS i
    )
    SELECT DISTINCT ON (g.docket_id) g.docket_id, g.code, format('debt %s', g.debt_no)
    FROM judged AS g
    WHERE g.code IS NOT NULL
    ORDER BY g.docket_id, g.code, g.debt_no
$$;
COMMENT ON FUNCTION ledger_api.judge_dockets IS
'Which dockets would end in a state the law does not allow.';
