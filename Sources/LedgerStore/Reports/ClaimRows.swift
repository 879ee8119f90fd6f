package import LedgerModel
import PostgresClient

/// A joint claim with one of the debts that owe it, or with none.
package struct ClaimStatementRow: Sendable {
    package struct Debt: Sendable {
        package let number: Int
        /// Nil where it was erased.
        package let docket: String?
        package let citation: String
        package let ordered: Money
        package let changed: Money
        package let paid: Money
    }

    package let loss: Money
    package let debt: Debt?

    init(_ row: PostgresRow) throws {
        loss = try row.money(at: 0)
        guard let number = try row.decode(Int16?.self, at: 1) else {
            debt = nil
            return
        }
        debt = Debt(
            number: Int(number),
            docket: try row.decode(at: 2),
            citation: try row.decode(at: 3),
            ordered: try row.money(at: 4),
            changed: try row.money(at: 5),
            paid: try row.money(at: 6)
        )
    }
}

/// An act that waits for a second person.
package struct ProposalRow: Sendable {
    package let id: Int64
    package let proposedOn: LedgerDate
    package let proposedBy: String
    package let action: String
    package let docket: String?
    package let statement: String

    init(_ row: PostgresRow) throws {
        id = try row.decode(at: 0)
        proposedOn = try LedgerDate(row.decode(PostgresDate.self, at: 1))
        proposedBy = try row.decode(at: 2)
        action = try row.decode(at: 3)
        docket = try row.decode(at: 4)
        statement = try row.decode(at: 5)
    }
}
