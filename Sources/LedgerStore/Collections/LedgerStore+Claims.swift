package import LedgerModel
package import PostgresClient

/// A joint claim under its lock.
package struct ClaimedLossRow: Hashable, Sendable {
    package let id: Int64
    package let planID: Int64
    package let loss: Money
    /// What its debts owe together, which may be more than the loss.
    package let owed: Money
    /// What of the loss stands as receivable.
    package let receivable: Money

    init(_ row: PostgresRow) throws {
        id = try row.decode(at: 0)
        planID = try row.decode(at: 1)
        loss = Money(cents: try row.decode(at: 2))
        owed = Money(cents: try row.decode(at: 3))
        receivable = Money(cents: try row.decode(at: 4))
    }

    /// By how much one more debt of `amount` raises what is receivable.
    package func raised(by amount: Money) throws(LedgerRefusal) -> Money {
        try min(loss, owed + amount) - receivable
    }
}

extension PostgresConnection {
    /// Locks dockets and joint claims within the transaction that is open, and reads the claims.
    package func claims(
        _ references: [String],
        for dockets: [Int64]
    ) async throws -> [ClaimedLossRow] {
        let query: Query =
            """
            SELECT claim_id, share_plan_id, loss_cents, owed_cents, receivable_cents
            FROM ledger_api.find_claims(\(references), \(dockets))
            """
        return try await execute(query.named("find_claims"), prepared: true)
            .map(ClaimedLossRow.init)
    }

    /// What is still owed on a debt, or nil when the docket has no such debt.
    package func left(ofDebt debt: Int16, docket: Int64) async throws -> Money? {
        let query: Query =
            """
            SELECT owed_cents - applied_cents FROM ledger.debt_total
            WHERE jurisdiction_id = (SELECT ledger.bound_jurisdiction())
                AND docket_id = \(docket) AND debt_no = \(debt)
            """
        return try await execute(query.named("left_of_debt")).first
            .map { Money(cents: try $0.decode(at: 0)) }
    }

    /// The entries of a docket whose own texts repeat its reference: memos, numbers and names of
    /// receipts, request keys, facts of refusals.
    package func entries(naming reference: String, docket: Int64) async throws -> [Int64] {
        let query: Query =
            """
            SELECT e.id FROM ledger.journal_entry AS e
            LEFT JOIN ledger.receipt AS c
                ON c.jurisdiction_id = e.jurisdiction_id AND c.entry_id = e.id
            LEFT JOIN ledger.refusal AS r
                ON r.jurisdiction_id = e.jurisdiction_id AND r.entry_id = e.id
            WHERE e.jurisdiction_id = (SELECT ledger.bound_jurisdiction())
                AND e.docket_id = \(docket) AND strpos(concat_ws(
                    ' ', e.memo, e.request_key, c.number, c.source, c.payer_reference, r.detail
                ), \(reference)) > 0
            ORDER BY e.id
            """
        return try await execute(query.named("entries_naming")).map { try $0.decode(at: 0) }
    }
}
