import LedgerModel

/// What the doors never let happen, held against what the books say now.
extension DerivedCheck {
    /// What each receipt put into the till, and the shares of each debt that it paid.
    static let receipts = DerivedCheck(
        subject: .receipts,
        counting: "SELECT count(*) FROM ledger.receipt WHERE jurisdiction_id = $1",
        finding: """
            WITH lines AS (
                SELECT p.entry_id, p.debt_no,
                    sum(p.amount_cents) FILTER (WHERE d.role = 'undeposited') AS received,
                    sum(p.amount_cents) FILTER (
                        WHERE c.role = 'due_to' AND p.share_no IS NOT NULL
                    ) AS shared
                FROM ledger.receipt AS r
                JOIN ledger.posting AS p
                    ON p.jurisdiction_id = $1 AND p.entry_id = r.entry_id
                JOIN ledger.account AS d
                    ON d.jurisdiction_id = $1 AND d.id = p.debit_account_id
                JOIN ledger.account AS c
                    ON c.jurisdiction_id = $1 AND c.id = p.credit_account_id
                WHERE r.jurisdiction_id = $1
                GROUP BY 1, 2
            ), totals AS (
                SELECT l.entry_id, sum(l.received) AS received, bool_or(
                    l.debt_no IS NOT NULL AND l.received IS DISTINCT FROM l.shared
                ) AS is_uneven
                FROM lines AS l
                GROUP BY 1
            )
            SELECT r.entry_id, 'posting', ARRAY['amount_cents'], format(
                'receipt %s of %s is of %s cents; its postings %s', r.number, r.source,
                r.amount_cents, CASE WHEN t.is_uneven THEN 'share another sum'
                    ELSE format('say %s', coalesce(t.received, 0)) END
            )
            FROM ledger.receipt AS r
            LEFT JOIN totals AS t ON t.entry_id = r.entry_id
            WHERE r.jurisdiction_id = $1
                AND (t.is_uneven OR t.received IS DISTINCT FROM r.amount_cents)
                AND EXISTS (
                    SELECT FROM ledger.account AS a
                    WHERE a.jurisdiction_id = $1 AND a.role = 'undeposited'
                )
            """
    )

    /// Payments of gated debts while a gating debt is open of what was owed on it then.
    ///
    /// 18 U.S.C. 3014(b). What was ordered or added later, nobody could have paid before.
    static let gates = DerivedCheck(
        subject: .gates,
        counting: "SELECT count(*) FROM ledger.debt WHERE jurisdiction_id = $1",
        finding: """
            WITH debts AS (
                SELECT b.docket_id, b.debt_no, b.entry_id, b.is_gated, b.is_gating,
                    t.applied_cents AS applied, CASE WHEN g.claim_id IS NULL THEN t.owed_cents
                        ELSE least(t.owed_cents, g.loss_cents - g.applied_cents + t.applied_cents)
                        END - t.applied_cents AS open
                FROM ledger.debt AS b
                JOIN ledger.debt_total AS t
                    ON t.jurisdiction_id = $1 AND t.docket_id = b.docket_id
                    AND t.debt_no = b.debt_no
                LEFT JOIN ledger.joint_total AS g
                    ON g.jurisdiction_id = $1 AND g.claim_id = t.claim_id
                WHERE b.jurisdiction_id = $1
            ), shut AS (
                SELECT g.docket_id, g.debt_no AS gate, d.debt_no, g.entry_id, g.open
                FROM debts AS g
                JOIN debts AS d ON d.docket_id = g.docket_id AND d.is_gated AND d.applied > 0
                WHERE g.is_gating AND NOT g.is_gated AND g.open > 0
            )
            SELECT DISTINCT e.id, 'posting', ARRAY['debt_no'], format(
                'debt %s of docket %s was paid, and debt %s, which comes before it by 18 U.S.C. '
                '3014(b), is open; apply the docket anew', s.debt_no, s.docket_id, s.gate
            )
            FROM shut AS s
            JOIN ledger.journal_entry AS e
                ON e.jurisdiction_id = $1 AND e.docket_id = s.docket_id AND e.id > s.entry_id
            JOIN ledger.receipt AS r ON r.jurisdiction_id = $1 AND r.entry_id = e.id
            JOIN ledger.posting AS p
                ON p.jurisdiction_id = $1 AND p.entry_id = e.id AND p.debt_no = s.debt_no
                AND p.share_no IS NOT NULL
            WHERE NOT EXISTS (
                SELECT FROM ledger.journal_entry AS v
                WHERE v.jurisdiction_id = $1 AND v.reverses_entry_id = e.id
            ) AND s.open > greatest(coalesce((
                SELECT sum(c.amount_cents) FROM ledger.debt_change AS c
                WHERE c.jurisdiction_id = $1 AND c.docket_id = s.docket_id
                    AND c.debt_no = s.gate AND c.entry_id > e.id
            ), 0), 0)
            """
    )

    /// Debts that hold more than is owed on them, and dockets whose debts hold money that was
    /// given back.
    static let limits = DerivedCheck(
        subject: .limits,
        counting: "SELECT count(*) FROM ledger.debt_total WHERE jurisdiction_id = $1",
        finding: """
            SELECT b.entry_id, 'debt_total', ARRAY['held_cents'], format(
                'debt %s of docket %s holds %s cents of %s owed; apply the docket anew',
                t.debt_no, t.docket_id, h.cents, t.owed_cents
            )
            FROM ledger.debt_total AS t
            CROSS JOIN LATERAL (
                SELECT sum(u.cents) AS cents FROM unnest(t.held_cents) AS u (cents)
            ) AS h
            JOIN ledger.debt AS b
                ON b.jurisdiction_id = $1 AND b.docket_id = t.docket_id
                AND b.debt_no = t.debt_no
            WHERE t.jurisdiction_id = $1 AND h.cents > t.owed_cents
            UNION ALL
            SELECT max(e.id), 'posting', ARRAY['amount_cents'], format(
                'docket %s: its debts hold %s cents that were given back; apply it anew',
                e.docket_id, sum(CASE p.debit_account_id WHEN a.id THEN p.amount_cents
                    ELSE -p.amount_cents END)
            )
            FROM ledger.account AS a
            JOIN ledger.posting AS p
                ON p.jurisdiction_id = $1 AND a.id IN (p.debit_account_id, p.credit_account_id)
            JOIN ledger.journal_entry AS e ON e.jurisdiction_id = $1 AND e.id = p.entry_id
            WHERE a.jurisdiction_id = $1 AND a.role = 'unapplied' AND EXISTS (
                SELECT FROM ledger.debt_total AS t
                WHERE t.jurisdiction_id = $1 AND t.docket_id = e.docket_id
                    AND t.applied_cents > 0
            )
            GROUP BY e.docket_id
            HAVING sum(CASE p.debit_account_id WHEN a.id THEN p.amount_cents
                ELSE -p.amount_cents END) > 0
            """
    )
}
