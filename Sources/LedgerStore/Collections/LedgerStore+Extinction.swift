package import LedgerModel
package import PostgresClient

/// A debt still owed for which liability has ended by law.
package struct ExtinctionRow: Sendable {
    package let docketID: Int64
    package let reference: String?
    package let debt: Int16
    package let kind: DebtKind
    package let citation: String
    package let endedOn: LedgerDate
    package let owed: Money
    /// What money that came before the end did not pay.
    package let open: Money
}

extension ExtinctionRow {
    init(_ row: PostgresRow) throws {
        docketID = try row.decode(at: 0)
        reference = try row.decode(at: 1)
        debt = try row.decode(at: 2)
        kind = try row.word(at: 3)
        citation = try row.decode(at: 4)
        endedOn = try LedgerDate(row.decode(PostgresDate.self, at: 5))
        owed = Money(cents: try row.decode(at: 6))
        open = Money(cents: try row.decode(at: 7))
    }
}

extension PostgresConnection {
    /// The debts still owed for which liability has ended by a day.
    package func extinctionsDue(asOf day: LedgerDate) async throws -> [ExtinctionRow] {
        let query: Query =
            """
            SELECT docket_id, reference, debt_no, kind, citation, ended_on, owed_cents, open_cents
            FROM ledger_api.extinctions_due(\(PostgresDate(day)))
            """
        return try await execute(query.named("extinctions_due")).map(ExtinctionRow.init)
    }
}
