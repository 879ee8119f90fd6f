package import LedgerModel
import PostgresClient

/// What was given back of a receipt.
package struct ReceiptRefund: Hashable, Sendable {
    package let source: String
    package let number: String
    package let amount: Money
}

/// A receipt that nothing has reversed, and where its money is.
package struct PlacedReceipt: Hashable, Sendable {
    package let receipt: StandingReceipt
    /// nil while nobody knows the docket.
    package let docketID: Int64?
    package let fundID: Int32
}

/// A debt as an order that vacates or amends it meets it.
package struct OrderedDebt: Hashable, Sendable {
    package let number: Int16
    package let rule: String
    package let grade: String
    package let counts: Int
    package let priors: Int
    /// How the rule's amount was counted, as far as it was written down.
    package let countBasis: String?
    package let owed: Money
    /// The debt of which this is the interest or penalty.
    package let parent: Int16?
}

/// A check and where it stands.
package struct CheckRow: Hashable, Sendable {
    package let id: Int64
    package let fund: String
    package let number: Int64
    package let payableTo: String
    package let issuedOn: LedgerDate
    package let amount: Money
    package let state: String
    package let days: Int
    package let isDue: Bool
}

/// Money of one receipt that no debt has claimed.
package struct UnappliedRow: Hashable, Sendable {
    package let docketID: Int64?
    package let docket: String?
    package let source: String
    package let number: String
    package let payerReference: String?
    package let receivedOn: LedgerDate
    package let days: Int
    package let amount: Money
    package let isLate: Bool
}

extension PlacedReceipt {
    init(_ row: PostgresRow) throws {
        receipt = try StandingReceipt(row)
        docketID = try row.decode(at: 8)
        fundID = try row.decode(at: 9)
    }
}

extension OrderedDebt {
    init(_ row: PostgresRow) throws {
        number = try row.decode(at: 0)
        rule = try row.decode(at: 1)
        grade = try row.decode(at: 2)
        counts = Int(try row.decode(Int16.self, at: 3))
        priors = Int(try row.decode(Int16.self, at: 4))
        countBasis = try row.decode(at: 5)
        owed = Money(cents: try row.decode(at: 6))
        parent = try row.decode(at: 7)
    }
}

extension CheckRow {
    init(_ row: PostgresRow) throws {
        id = try row.decode(at: 0)
        fund = try row.decode(at: 1)
        number = try row.decode(at: 2)
        payableTo = try row.decode(at: 3)
        issuedOn = try LedgerDate(row.decode(PostgresDate.self, at: 4))
        amount = Money(cents: try row.decode(at: 5))
        state = try row.decode(at: 6)
        days = Int(try row.decode(Int32.self, at: 7))
        isDue = try row.decode(at: 8)
    }
}

extension UnappliedRow {
    init(_ row: PostgresRow) throws {
        docketID = try row.decode(at: 0)
        docket = try row.decode(at: 1)
        source = try row.decode(at: 2)
        number = try row.decode(at: 3)
        payerReference = try row.decode(at: 4)
        receivedOn = try LedgerDate(row.decode(PostgresDate.self, at: 5))
        days = Int(try row.decode(Int32.self, at: 6))
        amount = Money(cents: try row.decode(at: 7))
        isLate = try row.decode(at: 8)
    }
}
