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
    /// Nil where none came in and none was counted.
    package let checks: TillChecksRow?
}

/// The checks of a session that was closed.
package struct TillChecksRow: Sendable {
    package let expected: Money
    package let expectedCount: Int64
    package let counted: Money
    package let countedCount: Int64

    /// Reads four columns from one on; nil where they are empty.
    init?(_ row: PostgresRow, at column: Int) throws {
        guard let cents = try row.decode(Int64?.self, at: column) else { return nil }
        expected = Money(cents: cents)
        expectedCount = Int64(try row.decode(Int32.self, at: column + 1))
        counted = try row.money(at: column + 2)
        countedCount = Int64(try row.decode(Int32.self, at: column + 3))
    }
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
                SELECT coalesce(sum(c.counted_cents - c.expected_cents
                    + coalesce(k.counted_cents - k.expected_cents, 0)), 0)::bigint
                FROM ledger.deposit_difference AS f
                JOIN ledger.till_close AS c
                    ON c.jurisdiction_id = f.jurisdiction_id AND c.entry_id = f.close_id
                LEFT JOIN ledger.till_check_close AS k
                    ON k.jurisdiction_id = f.jurisdiction_id AND k.entry_id = f.close_id
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
            SELECT c.expected_cents, c.counted_cents, k.expected_cents, k.expected_count,
                k.counted_cents, k.counted_count
            FROM ledger.till_close AS c
            LEFT JOIN ledger.till_check_close AS k
                ON k.jurisdiction_id = c.jurisdiction_id AND k.entry_id = c.entry_id
            WHERE c.jurisdiction_id = (SELECT ledger.bound_jurisdiction())
                AND c.entry_id = \(entry)
            """
        return try await execute(query.named("till_close")).first.map { row in
            TillCloseRow(
                expected: try row.money(at: 0),
                counted: try row.money(at: 1),
                checks: try TillChecksRow(row, at: 2)
            )
        }
    }
}
