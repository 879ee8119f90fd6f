package import LedgerModel
package import PostgresClient

/// A deposit as it was recorded.
package struct DepositRow: Sendable {
    package let amount: Money
    package let receipts: Int64
    package let overShort: Money
}

/// A till's close as it was recorded.
package struct TillCloseRow: Sendable {
    package let expected: Money
    package let counted: Money
}

extension PostgresConnection {
    /// The deposit that an entry recorded, or nil when it recorded none.
    package func deposit(_ entry: Int64) async throws -> DepositRow? {
        let query: Query =
            """
            SELECT d.amount_cents, (
                SELECT count(*) FROM ledger.deposit_receipt AS r
                WHERE r.jurisdiction_id = d.jurisdiction_id AND r.entry_id = d.entry_id
            ), (
                SELECT coalesce(sum(c.counted_cents - c.expected_cents), 0)::bigint
                FROM ledger.deposit_difference AS f
                JOIN ledger.till_close AS c
                    ON c.jurisdiction_id = f.jurisdiction_id AND c.entry_id = f.close_id
                WHERE f.jurisdiction_id = d.jurisdiction_id AND f.entry_id = d.entry_id
            )
            FROM ledger.deposit AS d
            WHERE d.jurisdiction_id = (SELECT ledger.bound_jurisdiction())
                AND d.entry_id = \(entry)
            """
        return try await execute(query.named("deposit")).first.map { row in
            DepositRow(
                amount: try row.money(at: 0),
                receipts: try row.decode(at: 1),
                overShort: try row.money(at: 2)
            )
        }
    }

    /// The close of a till that an entry recorded, or nil when it recorded none.
    package func tillClose(_ entry: Int64) async throws -> TillCloseRow? {
        let query: Query =
            """
            SELECT expected_cents, counted_cents FROM ledger.till_close
            WHERE jurisdiction_id = (SELECT ledger.bound_jurisdiction()) AND entry_id = \(entry)
            """
        return try await execute(query.named("till_close")).first.map { row in
            TillCloseRow(expected: try row.money(at: 0), counted: try row.money(at: 1))
        }
    }
}
