-- Day by day, what was open of the principal of debts and rose or fell (negative), what was paid of
-- it, and what of the open principal bears interest. Of a joint claim a debt has open what it owes
-- as far as the claim is open; interest runs once on what is open of the claim, on its debts with
-- a rate in the order in which they joined it, each up to what it owes.
CREATE FUNCTION ledger_api.shared_principal(
    j integer, p_docket_ids bigint[], p_debts smallint[]
) RETURNS TABLE (
    docket_id bigint, debt_no smallint, happened_on date, cents bigint, paid_cents bigint,
    bearing_cents bigint
)
LANGUAGE plpgsql STABLE AS $$
#variable_conflict use_column
DECLARE
    v_claims bigint[] := ARRAY(
        SELECT DISTINCT m.claim_id FROM unnest(p_docket_ids, p_debts) AS u (docket, debt)
        JOIN ledger.joint_debt AS m
            ON m.jurisdiction_id = j AND m.docket_id = u.docket AND m.debt_no = u.debt
    );
    v_dockets bigint[];
    v_debts smallint[];
BEGIN
    IF v_claims = '{}' THEN
        RETURN QUERY
        SELECT c.docket_id, c.debt_no, c.happened_on, c.cents, c.paid_cents, c.cents
        FROM ledger_api.principal_changes(j, p_docket_ids, p_debts) AS c;
        RETURN;
    END IF;
    SELECT array_agg(n.docket), array_agg(n.debt) INTO v_dockets, v_debts
    FROM (
        SELECT u.docket, u.debt FROM unnest(p_docket_ids, p_debts) AS u (docket, debt)
        UNION
        SELECT m.docket_id, m.debt_no FROM ledger.joint_debt AS m
        WHERE m.jurisdiction_id = j AND m.claim_id = ANY (v_claims)
    ) AS n;
    RETURN QUERY
    WITH changes AS MATERIALIZED (
        SELECT c.*, m.claim_id
        FROM ledger_api.principal_changes(j, v_dockets, v_debts) AS c
        LEFT JOIN ledger.joint_debt AS m
            ON m.jurisdiction_id = j AND m.docket_id = c.docket_id AND m.debt_no = c.debt_no
    ), debts AS (
        SELECT m.claim_id, m.docket_id, m.debt_no, m.entry_id AS place, g.loss_cents, coalesce((
                SELECT t.rate_millionths > 0 AND NOT t.is_waived
                FROM ledger.interest_term AS t
                WHERE t.jurisdiction_id = j AND t.docket_id = m.docket_id
                    AND t.debt_no = m.debt_no
                ORDER BY t.entry_id DESC LIMIT 1
            ), false) AS bears
        FROM ledger.joint_debt AS m
        JOIN ledger.joint_total AS g ON g.jurisdiction_id = j AND g.claim_id = m.claim_id
        WHERE m.jurisdiction_id = j AND m.claim_id = ANY (v_claims)
    ), standing AS (
        SELECT d.*, y.happened_on, coalesce(c.paid_cents, 0) AS paid,
            coalesce(sum(c.cents) OVER (
                PARTITION BY d.docket_id, d.debt_no ORDER BY y.happened_on
            ), 0) AS owes, greatest(d.loss_cents - coalesce(sum(c.paid_cents) OVER (
                PARTITION BY d.claim_id ORDER BY y.happened_on
            ), 0), 0) AS still
        FROM debts AS d
        JOIN (SELECT DISTINCT c.claim_id, c.happened_on FROM changes AS c) AS y USING (claim_id)
        LEFT JOIN changes AS c USING (docket_id, debt_no, happened_on)
    ), ranked AS (
        SELECT s.*, sum(CASE WHEN s.bears THEN s.owes ELSE 0 END) OVER (
            PARTITION BY s.claim_id, s.happened_on ORDER BY s.place
        ) AS upto
        FROM standing AS s
    ), shared AS (
        SELECT r.docket_id, r.debt_no, r.happened_on, r.paid, least(r.owes, r.still) AS open,
            CASE WHEN r.bears THEN least(r.upto, r.still) - least(r.upto - r.owes, r.still)
                ELSE 0 END AS bearing
        FROM ranked AS r
    )
    SELECT c.docket_id, c.debt_no, c.happened_on, c.cents, c.paid_cents, c.cents
    FROM changes AS c
    WHERE c.claim_id IS NULL
    UNION ALL
    SELECT n.docket_id, n.debt_no, n.happened_on, n.cents, n.paid, n.bearing
    FROM (
        SELECT h.docket_id, h.debt_no, h.happened_on, h.paid,
            (h.open - lag(h.open, 1, 0::numeric) OVER one)::bigint AS cents,
            (h.bearing - lag(h.bearing, 1, 0::numeric) OVER one)::bigint AS bearing
        FROM shared AS h
        WINDOW one AS (PARTITION BY h.docket_id, h.debt_no ORDER BY h.happened_on)
    ) AS n
    JOIN unnest(p_docket_ids, p_debts) AS u (docket, debt)
        ON u.docket = n.docket_id AND u.debt = n.debt_no;
END $$;
COMMENT ON FUNCTION ledger_api.shared_principal IS
'Day by day, what was open of the principal of debts, and what of it bears interest.';
