package import LedgerModel
package import PostgresClient

extension PostgresConnection {
    /// What was given back of the receipts of a docket.
    package func refunds(ofDocket docket: Int64) async throws -> [ReceiptRefund] {
        let query: Query =
            """
            SELECT source, number, sum(amount_cents)::bigint FROM ledger.refund
            WHERE jurisdiction_id = (SELECT ledger.bound_jurisdiction())
                AND docket_id = \(docket)
            GROUP BY source, number
            """
        return try await execute(query.named("docket_refunds")).map { row in
            ReceiptRefund(
                source: try row.decode(at: 0),
                number: try row.decode(at: 1),
                amount: Money(cents: try row.decode(at: 2))
            )
        }
    }

    /// The receipt of this number that nothing has reversed, or the one that a command reversed.
    package func receipt(
        _ number: String,
        source: String,
        reversedUnder key: String
    ) async throws -> PlacedReceipt? {
        let query: Query =
            """
            SELECT e.id, c.amount_cents, c.source, c.number, c.method, c.payer_reference,
                e.effective_on, coalesce(o.origin, 'payment'), e.docket_id, (
                    SELECT w.fund_id FROM ledger.posting AS p
                    JOIN ledger.purse AS w
                        ON w.jurisdiction_id = p.jurisdiction_id AND w.id = p.purse_id
                    WHERE p.jurisdiction_id = e.jurisdiction_id AND p.entry_id = e.id
                        AND p.line = 1
                )
            FROM ledger.receipt AS c
            JOIN ledger.journal_entry AS e
                ON e.jurisdiction_id = c.jurisdiction_id AND e.id = c.entry_id
            LEFT JOIN ledger.receipt_origin AS o
                ON o.jurisdiction_id = e.jurisdiction_id AND o.entry_id = e.id
            LEFT JOIN ledger.journal_entry AS r
                ON r.jurisdiction_id = e.jurisdiction_id AND r.reverses_entry_id = e.id
            WHERE c.jurisdiction_id = (SELECT ledger.bound_jurisdiction())
                AND c.source = \(source) AND c.number = \(number)
                AND (r.id IS NULL OR r.request_key = \(key))
            ORDER BY r.id IS NULL, e.id DESC LIMIT 1
            """
        return try await execute(query.named("placed_receipt")).first.map(PlacedReceipt.init)
    }

    /// Locks a docket and says what is payable to its payer, and what no debt takes.
    package func refundable(docket: Int64) async throws -> (payable: Money, unapplied: Money) {
        let query: Query = "SELECT * FROM ledger_api.payable_refund(\(docket))"
        let row = try await execute(query.named("payable_refund"))[0]
        return (
            Money(cents: try row.decode(at: 0)), Money(cents: try row.decode(at: 1))
        )
    }

    /// The entry recorded under a request key, or nil when the key is new.
    package func entry(underKey key: String) async throws -> Int64? {
        let query: Query =
            """
            SELECT id FROM ledger.journal_entry
            WHERE jurisdiction_id = (SELECT ledger.bound_jurisdiction())
                AND request_key = \(key)
            """
        return try await execute(query.named("entry_under_key")).first?.decode(at: 0)
    }

    /// By how much the amendment recorded under a request key changed its debt; nil for a new key.
    package func amendment(underKey key: String) async throws -> Money? {
        let query: Query =
            """
            SELECT c.amount_cents FROM ledger.journal_entry AS e
            JOIN ledger.debt_change AS c
                ON c.jurisdiction_id = e.jurisdiction_id AND c.entry_id = e.id
            WHERE e.jurisdiction_id = (SELECT ledger.bound_jurisdiction())
                AND e.request_key = \(key)
            """
        return try await execute(query.named("amendment_under_key")).first.map {
            Money(cents: try $0.decode(at: 0))
        }
    }

    /// A proposal of an action as it was stated, or nil when there is none.
    package func proposal(_ id: Int64, of action: String) async throws -> String? {
        let query: Query =
            """
            SELECT statement FROM ledger.proposal
            WHERE jurisdiction_id = (SELECT ledger.bound_jurisdiction())
                AND entry_id = \(id) AND action = \(action)
            """
        return try await execute(query.named("proposal")).first?.decode(at: 0)
    }

    /// The debts of a docket with what their amounts rest on.
    package func orderedDebts(docket: Int64) async throws -> [OrderedDebt] {
        let query: Query =
            """
            SELECT b.debt_no, a.rule, b.grade, b.counts, coalesce(g.priors, 0::smallint),
                g.count_basis, t.owed_cents, c.parent_debt_no
            FROM ledger.debt AS b
            JOIN ledger.authority AS a
                ON a.jurisdiction_id = b.jurisdiction_id AND a.id = b.authority_id
            JOIN ledger.debt_total AS t
                ON t.jurisdiction_id = b.jurisdiction_id AND t.docket_id = b.docket_id
                AND t.debt_no = b.debt_no
            LEFT JOIN ledger.debt_ground AS g
                ON g.jurisdiction_id = b.jurisdiction_id AND g.docket_id = b.docket_id
                AND g.debt_no = b.debt_no
            LEFT JOIN ledger.debt_component AS c
                ON c.jurisdiction_id = b.jurisdiction_id AND c.docket_id = b.docket_id
                AND c.debt_no = b.debt_no
            WHERE b.jurisdiction_id = (SELECT ledger.bound_jurisdiction())
                AND b.docket_id = \(docket)
            ORDER BY b.debt_no
            """
        return try await execute(query.named("ordered_debts")).map(OrderedDebt.init)
    }

    /// Every check and where it stands on a day.
    package func checks(asOf day: LedgerDate) async throws -> [CheckRow] {
        let query: Query = "SELECT * FROM ledger_api.check_list(\(PostgresDate(day)))"
        return try await execute(query.named("check_list")).map(CheckRow.init)
    }

    /// Money that no debt had claimed on a day, oldest first.
    package func unapplied(asOf day: LedgerDate) async throws -> [UnappliedRow] {
        let query: Query = "SELECT * FROM ledger_api.unapplied_money(\(PostgresDate(day)))"
        return try await execute(query.named("unapplied_money")).map(UnappliedRow.init)
    }

    /// Which of these dockets have a debt that is not paid.
    package func open(amongDockets ids: [Int64]) async throws -> Set<Int64> {
        let query: Query =
            """
            SELECT DISTINCT docket_id FROM ledger.debt_total
            WHERE jurisdiction_id = (SELECT ledger.bound_jurisdiction())
                AND docket_id = ANY (\(ids)) AND applied_cents < owed_cents
            """
        return Set(
            try await execute(query.named("open_dockets_among")).map {
                try $0.decode(Int64.self, at: 0)
            }
        )
    }
}
