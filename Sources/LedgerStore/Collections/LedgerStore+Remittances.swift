package import LedgerModel
package import PostgresClient

/// What a batch sent to one recipient, and what it left.
package struct RunListRow: Sendable {
    package let recipient: String
    package let sent: Money
    package let checkNumber: Int64?
    package let shares: Int64
    package let left: Money
    package let held: Money
    package let heldUntil: LedgerDate?

    init(_ row: PostgresRow) throws {
        recipient = try row.decode(at: 0)
        sent = try row.money(at: 1)
        checkNumber = try row.decode(at: 2)
        shares = try row.decode(at: 3)
        left = try row.money(at: 4)
        held = try row.money(at: 5)
        heldUntil = try row.decode(PostgresDate?.self, at: 6).map(LedgerDate.init)
    }
}

extension PostgresConnection {
    /// Every recipient of a batch of remittances, by code.
    package func runList(_ run: Int64) async throws -> [RunListRow] {
        let query: Query =
            """
            SELECT recipient, sent_cents, check_number, lines, left_cents, held_cents, held_until
            FROM ledger_api.run_list(\(run))
            """
        return try await execute(query.named("run_list")).map(RunListRow.init)
    }
}
