import LedgerModel

extension DerivedCheck {
    /// What each debt is owed and each of its shares holds, made anew from what was ordered and
    /// changed and from all postings to the docket's own fund.
    static let debts = DerivedCheck(
        subject: .debts,
        counting: "SELECT count(*) FROM ledger.debt_total WHERE jurisdiction_id = $1",
        finding: """
            WITH shared AS (
                SELECT e.docket_id, p.debt_no, p.share_no, sum(
                    CASE WHEN e.reverses_entry_id IS NULL THEN p.amount_cents
                        ELSE -p.amount_cents END
                ) AS cents
                FROM ledger.posting AS p
                JOIN ledger.journal_entry AS e
                    ON e.jurisdiction_id = $1 AND e.id = p.entry_id
                JOIN ledger.docket AS k
                    ON k.jurisdiction_id = $1 AND k.entry_id = e.docket_id
                JOIN ledger.purse AS w
                    ON w.jurisdiction_id = $1 AND w.id = p.purse_id AND w.fund_id = k.fund_id
                WHERE p.jurisdiction_id = $1 AND p.share_no IS NOT NULL
                GROUP BY 1, 2, 3
            ), changed AS (
                SELECT c.docket_id, c.debt_no, sum(c.amount_cents) AS cents
                FROM ledger.debt_change AS c WHERE c.jurisdiction_id = $1
                GROUP BY 1, 2
            ), expected AS (
                SELECT d.docket_id, d.debt_no, min(d.entry_id) AS entry_id,
                    min(d.ordered_cents) + coalesce(min(c.cents), 0) AS owed,
                    min(j.claim_id) AS claim,
                    coalesce(sum(s.cents), 0) AS applied,
                    array_agg(coalesce(s.cents, 0) ORDER BY n.share) AS held
                FROM ledger.debt AS d
                JOIN ledger.share_plan AS t
                    ON t.jurisdiction_id = $1 AND t.id = d.share_plan_id
                CROSS JOIN LATERAL generate_series(0, cardinality(t.tier) - 1) AS n (share)
                LEFT JOIN shared AS s
                    ON s.docket_id = d.docket_id AND s.debt_no = d.debt_no
                    AND s.share_no = n.share
                LEFT JOIN changed AS c
                    ON c.docket_id = d.docket_id AND c.debt_no = d.debt_no
                LEFT JOIN ledger.joint_debt AS j
                    ON j.jurisdiction_id = $1 AND j.docket_id = d.docket_id
                    AND j.debt_no = d.debt_no
                WHERE d.jurisdiction_id = $1
                GROUP BY 1, 2
            ), stored AS (
                SELECT t.docket_id, t.debt_no, t.owed_cents, t.claim_id, t.applied_cents,
                    t.held_cents
                FROM ledger.debt_total AS t WHERE t.jurisdiction_id = $1
            )
            SELECT e.entry_id, 'debt_total', array_remove(ARRAY[
                CASE WHEN e.owed <> t.owed_cents THEN 'owed_cents' END,
                CASE WHEN e.claim IS DISTINCT FROM t.claim_id THEN 'claim_id' END,
                CASE WHEN e.applied <> t.applied_cents THEN 'applied_cents' END,
                CASE WHEN e.held <> t.held_cents::numeric[] THEN 'held_cents' END
            ], NULL), format(
                'debt %s of docket %s: stored %s owed, %s applied, %s held; entries say %s, %s '
                'and %s', debt_no, docket_id, coalesce(t.owed_cents::text, 'nothing'),
                coalesce(t.applied_cents::text, 'nothing'),
                coalesce(t.held_cents::text, 'nothing'), coalesce(e.owed::text, 'nothing'),
                coalesce(e.applied::text, 'nothing'), coalesce(e.held::text, 'nothing')
            )
            FROM expected AS e FULL JOIN stored AS t USING (docket_id, debt_no)
            WHERE (e.owed, e.claim, e.applied, e.held) IS DISTINCT FROM (
                t.owed_cents, t.claim_id, t.applied_cents, t.held_cents::numeric[]
            )
            """
    )

    /// What was applied to each joint claim over all its dockets, and what stands as receivable:
    /// what they owe together, never more than the loss.
    static let claims = DerivedCheck(
        subject: .claims,
        counting: "SELECT count(*) FROM ledger.joint_total WHERE jurisdiction_id = $1",
        finding: """
            WITH held AS (
                SELECT j.claim_id, h.n, sum(h.cents) AS cents
                FROM ledger.joint_debt AS j
                JOIN ledger.debt_total AS t
                    ON t.jurisdiction_id = $1 AND t.docket_id = j.docket_id
                    AND t.debt_no = j.debt_no
                CROSS JOIN LATERAL unnest(t.held_cents) WITH ORDINALITY AS h (cents, n)
                WHERE j.jurisdiction_id = $1
                GROUP BY 1, 2
            ), owed AS (
                SELECT j.claim_id, sum(t.owed_cents) AS cents
                FROM ledger.joint_debt AS j
                JOIN ledger.debt_total AS t
                    ON t.jurisdiction_id = $1 AND t.docket_id = j.docket_id
                    AND t.debt_no = j.debt_no
                WHERE j.jurisdiction_id = $1
                GROUP BY 1
            ), expected AS (
                SELECT c.entry_id AS claim_id, c.loss_cents AS loss,
                    coalesce((SELECT sum(h.cents) FROM held AS h WHERE h.claim_id = c.entry_id), 0)
                        AS applied,
                    ARRAY(
                        SELECT coalesce(h.cents, 0)
                        FROM generate_series(1, cardinality(s.tier)) AS n (n)
                        LEFT JOIN held AS h ON h.claim_id = c.entry_id AND h.n = n.n
                        ORDER BY n.n
                    ) AS held,
                    least(c.loss_cents, coalesce((
                        SELECT o.cents FROM owed AS o WHERE o.claim_id = c.entry_id
                    ), 0)) AS receivable
                FROM ledger.joint_claim AS c
                LEFT JOIN ledger.share_plan AS s
                    ON s.jurisdiction_id = $1 AND s.id = c.share_plan_id
                WHERE c.jurisdiction_id = $1
            ), stored AS (
                SELECT t.claim_id, t.loss_cents, t.applied_cents, t.held_cents, t.receivable_cents
                FROM ledger.joint_total AS t WHERE t.jurisdiction_id = $1
            )
            SELECT claim_id, 'joint_total', array_remove(ARRAY[
                CASE WHEN e.loss <> t.loss_cents THEN 'loss_cents' END,
                CASE WHEN e.applied <> t.applied_cents THEN 'applied_cents' END,
                CASE WHEN e.held <> t.held_cents::numeric[] THEN 'held_cents' END,
                CASE WHEN e.receivable <> t.receivable_cents THEN 'receivable_cents' END
            ], NULL), format(
                'joint claim %s: stored %s applied and %s receivable, its debts say %s and %s',
                claim_id, coalesce(t.applied_cents::text, 'nothing'),
                coalesce(t.receivable_cents::text, 'nothing'),
                coalesce(e.applied::text, 'nothing'), coalesce(e.receivable::text, 'nothing')
            )
            FROM expected AS e FULL JOIN stored AS t USING (claim_id)
            WHERE (e.loss, e.applied, e.held, e.receivable) IS DISTINCT FROM (
                t.loss_cents, t.applied_cents, t.held_cents::numeric[], t.receivable_cents
            )
            """
    )
}
