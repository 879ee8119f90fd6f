import LedgerModel

extension DerivedCheck {
    /// Day totals, made anew from all sealed postings.
    static let balances = DerivedCheck(
        subject: .balances,
        counting: "SELECT count(*) FROM ledger.balance_day WHERE jurisdiction_id = $1",
        finding: """
            WITH moved AS (
                SELECT p.debit_account_id, p.credit_account_id, p.purse_id, p.posted_on,
                    sum(p.amount_cents) AS cents, min(p.entry_id) AS first_id,
                    max(p.entry_id) AS last_id
                FROM ledger.posting AS p
                JOIN ledger.sealed_entry AS s
                    ON s.jurisdiction_id = $1 AND s.entry_id = p.entry_id
                WHERE p.jurisdiction_id = $1
                GROUP BY 1, 2, 3, 4
            ), expected AS (
                SELECT s.account_id, m.purse_id, m.posted_on, sum(s.debit) AS debit,
                    sum(s.credit) AS credit, min(m.first_id) AS first_id,
                    max(m.last_id) AS last_id
                FROM moved AS m
                CROSS JOIN LATERAL (VALUES
                    (m.debit_account_id, m.cents, 0), (m.credit_account_id, 0, m.cents)
                ) AS s (account_id, debit, credit)
                GROUP BY 1, 2, 3
            ), stored AS (
                SELECT b.account_id, b.purse_id, b.posted_on, b.debit_cents, b.credit_cents,
                    b.first_entry_id, b.last_entry_id
                FROM ledger.balance_day AS b WHERE b.jurisdiction_id = $1
            )
            SELECT NULL::bigint, 'balance_day', array_remove(ARRAY[
                CASE WHEN e.debit <> b.debit_cents THEN 'debit_cents' END,
                CASE WHEN e.credit <> b.credit_cents THEN 'credit_cents' END,
                CASE WHEN e.first_id <> b.first_entry_id THEN 'first_entry_id' END,
                CASE WHEN e.last_id <> b.last_entry_id THEN 'last_entry_id' END
            ], NULL), format(
                'account %s, purse %s, %s: stored %s debit and %s credit, postings say %s and %s',
                account_id, purse_id, posted_on, coalesce(b.debit_cents::text, 'no'),
                coalesce(b.credit_cents::text, 'no'), coalesce(e.debit::text, 'no'),
                coalesce(e.credit::text, 'no')
            )
            FROM expected AS e FULL JOIN stored AS b USING (account_id, purse_id, posted_on)
            WHERE (e.debit, e.credit, e.first_id, e.last_id)
                IS DISTINCT FROM (b.debit_cents, b.credit_cents, b.first_entry_id, b.last_entry_id)
            """
    )

    /// The last closed day of each fund.
    static let periods = DerivedCheck(
        subject: .periods,
        counting: "SELECT count(*) FROM ledger.fund_period WHERE jurisdiction_id = $1",
        finding: """
            WITH expected AS (
                SELECT DISTINCT ON (c.fund_id) c.fund_id, c.entry_id, c.closed_through
                FROM ledger.period_change AS c WHERE c.jurisdiction_id = $1
                ORDER BY c.fund_id, c.entry_id DESC
            ), stored AS (
                SELECT p.fund_id, p.closed_through
                FROM ledger.fund_period AS p WHERE p.jurisdiction_id = $1
            )
            SELECT e.entry_id, 'fund_period', array_remove(ARRAY[
                CASE WHEN e.closed_through <> p.closed_through THEN 'closed_through' END
            ], NULL), format(
                'fund %s: stored as closed through %s, its history says %s', fund_id,
                coalesce(p.closed_through::text, 'no day'),
                coalesce(e.closed_through::text, 'no day')
            )
            FROM expected AS e FULL JOIN stored AS p USING (fund_id)
            WHERE e.closed_through IS DISTINCT FROM p.closed_through
            """
    )

    /// Every docket has the reference that its opening committed to, or a court's order that
    /// erased it.
    static let references = DerivedCheck(
        subject: .references,
        counting: "SELECT count(*) FROM ledger.docket_reference WHERE jurisdiction_id = $1",
        finding: """
            SELECT k.entry_id, 'docket_reference', CASE
                WHEN k.jurisdiction_id <> d.jurisdiction_id THEN ARRAY['jurisdiction_id']
                WHEN k.entry_id IS NULL THEN ARRAY['docket_id']
                ELSE ARRAY['reference', 'salt', 'docket_id'] END, format(
                'the reference of docket %s is not the one that its opening committed to',
                d.docket_id
            )
            FROM ledger.docket_reference AS d
            LEFT JOIN ledger.docket AS k ON k.entry_id = d.docket_id
            WHERE (d.jurisdiction_id = $1 OR k.jurisdiction_id = $1) AND (
                k.jurisdiction_id, sha256(d.salt || convert_to(d.reference, 'UTF8'))
            ) IS DISTINCT FROM (d.jurisdiction_id, k.reference_commitment)
            UNION ALL
            SELECT k.entry_id, 'docket_reference', ARRAY['docket_id'], format(
                CASE WHEN d.docket_id IS NULL THEN 'docket %s has no reference, and no order '
                    'erased it' ELSE 'docket %s has a reference that an order erased' END,
                k.entry_id
            )
            FROM ledger.docket AS k
            LEFT JOIN ledger.docket_reference AS d
                ON d.jurisdiction_id = $1 AND d.docket_id = k.entry_id
            LEFT JOIN ledger.docket_expunction AS x
                ON x.jurisdiction_id = $1 AND x.docket_id = k.entry_id
            WHERE k.jurisdiction_id = $1 AND (d.docket_id IS NULL) <> (x.docket_id IS NOT NULL)
            """
    )
}
