import LedgerModel
package import PostgresClient

extension LedgerStore {
    /// The newest entry that recorded a receipt of this number, or nil when there is none.
    package func entry(ofReceipt number: String, source: String) async throws -> Int64? {
        try await withTransaction(.bound(readOnly: true)) { connection in
            let query: Query =
                """
                SELECT max(entry_id) FROM ledger.receipt
                WHERE jurisdiction_id = (SELECT ledger.bound_jurisdiction())
                    AND source = \(source) AND number = \(number)
                """
            return try await connection.execute(query.named("entry_of_receipt"))[0]
                .decode(at: 0)
        }
    }
}

extension PostgresConnection {
    /// The docket on which an entry recorded a receipt; nil when it recorded none, or on none.
    package func docket(ofReceipt entry: Int64) async throws -> DocketRow? {
        let query: Query =
            """
            SELECT e.docket_id FROM ledger.journal_entry AS e
            JOIN ledger.receipt AS c
                ON c.jurisdiction_id = e.jurisdiction_id AND c.entry_id = e.id
            WHERE e.jurisdiction_id = (SELECT ledger.bound_jurisdiction()) AND e.id = \(entry)
            """
        let row = try await execute(query.named("docket_of_receipt")).first
        guard let docket = try row?.decode(Int64?.self, at: 0) else { return nil }
        return try await dockets([], ids: [docket]).first
    }

    /// The receipts of a docket that nothing has reversed, in order: those recorded after the
    /// receipt of `entry` first was, however often it was entered again since.
    package func receipts(
        after entry: Int64,
        docket: Int64
    ) async throws -> [StandingReceipt] {
        let query: Query =
            """
            SELECT e.id, c.amount_cents, c.source, c.number, c.method, c.payer_reference,
                e.effective_on, coalesce(o.origin, 'payment')
            FROM ledger.journal_entry AS e
            JOIN ledger.receipt AS c
                ON c.jurisdiction_id = e.jurisdiction_id AND c.entry_id = e.id
            LEFT JOIN ledger.receipt_origin AS o
                ON o.jurisdiction_id = e.jurisdiction_id AND o.entry_id = e.id
            WHERE e.jurisdiction_id = (SELECT ledger.bound_jurisdiction())
                AND e.docket_id = \(docket) AND e.id > coalesce((
                    SELECT min(f.entry_id)
                    FROM ledger.receipt AS t
                    JOIN ledger.receipt AS f
                        ON f.jurisdiction_id = t.jurisdiction_id AND f.source = t.source
                        AND f.number = t.number
                    JOIN ledger.journal_entry AS x
                        ON x.jurisdiction_id = f.jurisdiction_id AND x.id = f.entry_id
                        AND x.docket_id = \(docket)
                    WHERE t.jurisdiction_id = (SELECT ledger.bound_jurisdiction())
                        AND t.entry_id = \(entry)
                ), \(entry))
                AND NOT EXISTS (
                    SELECT FROM ledger.journal_entry AS r
                    WHERE r.jurisdiction_id = e.jurisdiction_id AND r.reverses_entry_id = e.id
                )
            ORDER BY e.id
            """
        return try await execute(query.named("receipts")).map(StandingReceipt.init)
    }

    /// What entries gave to the shares of their debts, in the fund of the docket.
    package func appliedShares(
        of entries: [Int64],
        fund: Int32
    ) async throws -> [AppliedShare] {
        let query: Query =
            """
            SELECT p.entry_id, p.debt_no, p.share_no, p.amount_cents
            FROM ledger.posting AS p
            JOIN ledger.purse AS w
                ON w.jurisdiction_id = p.jurisdiction_id AND w.id = p.purse_id
            WHERE p.jurisdiction_id = (SELECT ledger.bound_jurisdiction())
                AND p.entry_id = ANY (\(entries)) AND w.fund_id = \(fund)
                AND p.share_no IS NOT NULL
            ORDER BY p.entry_id, p.line
            """
        return try await execute(query.named("applied_shares")).map(AppliedShare.init)
    }
}
