import LedgerModel

extension DerivedCheck {
    /// Each remittance against the shares it names, these against their postings, and what left
    /// the bank against the whole.
    static let remittances = DerivedCheck(
        subject: .remittances,
        counting: "SELECT count(*) FROM ledger.remittance_line WHERE jurisdiction_id = $1",
        finding: """
            WITH lines AS (
                SELECT l.entry_id, l.recipient_id, l.paid_entry_id, l.paid_line, l.amount_cents,
                    CASE l.recipient_id
                        WHEN c.recipient_id THEN p.amount_cents
                        WHEN d.recipient_id THEN -p.amount_cents
                    END AS posted
                FROM ledger.remittance_line AS l
                LEFT JOIN ledger.posting AS p
                    ON p.jurisdiction_id = $1 AND p.entry_id = l.paid_entry_id
                    AND p.line = l.paid_line
                LEFT JOIN ledger.account AS c
                    ON c.jurisdiction_id = $1 AND c.id = p.credit_account_id AND c.role = 'due_to'
                LEFT JOIN ledger.account AS d
                    ON d.jurisdiction_id = $1 AND d.id = p.debit_account_id AND d.role = 'due_to'
                WHERE l.jurisdiction_id = $1
            ), named AS (
                SELECT l.entry_id, l.recipient_id, sum(l.amount_cents) AS cents
                FROM lines AS l GROUP BY 1, 2
            ), sent AS (
                SELECT m.entry_id, m.recipient_id, m.amount_cents, (
                        SELECT sum(p.amount_cents)
                        FROM ledger.posting AS p
                        JOIN ledger.account AS d
                            ON d.jurisdiction_id = $1 AND d.id = p.debit_account_id
                            AND d.role = 'due_to' AND d.recipient_id = m.recipient_id
                        WHERE p.jurisdiction_id = $1 AND p.entry_id = m.entry_id
                    ) AS posted
                FROM ledger.remittance AS m WHERE m.jurisdiction_id = $1
            ), breaches AS (
                SELECT l.entry_id, 'remittance_line' AS table_name, format(
                    'line %s of entry %s is sent as %s cents; its posting to the recipient says %s',
                    l.paid_line, l.paid_entry_id, l.amount_cents,
                    coalesce(l.posted::text, 'nothing')
                ) AS explanation
                FROM lines AS l WHERE l.amount_cents IS DISTINCT FROM l.posted
                UNION ALL
                SELECT entry_id, 'remittance', format(
                    'a remittance of %s cents; the shares it names come to %s, its posting to %s',
                    coalesce(s.amount_cents, 0), coalesce(n.cents, 0), coalesce(s.posted, 0)
                )
                FROM sent AS s FULL JOIN named AS n USING (entry_id, recipient_id)
                WHERE s.amount_cents IS DISTINCT FROM n.cents
                    OR s.amount_cents IS DISTINCT FROM s.posted
            )
            SELECT b.entry_id, b.table_name, ARRAY['amount_cents'], b.explanation
            FROM breaches AS b
            WHERE EXISTS (
                SELECT FROM ledger.account AS a
                WHERE a.jurisdiction_id = $1 AND a.role = 'undeposited'
            )
            """
    )
}
