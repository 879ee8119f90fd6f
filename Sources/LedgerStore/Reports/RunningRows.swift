package import LedgerModel
import PostgresClient

/// An account within a purse, and what stood there before the first day.
package struct RunningAccountRow: Sendable {
    package let accountID: Int32
    package let purseID: Int32
    package let account: String
    package let accountName: String
    package let normalSide: NormalSide
    package let opening: Money

    init(_ row: PostgresRow) throws {
        accountID = try row.decode(at: 0)
        purseID = try row.decode(at: 1)
        account = try row.decode(at: 2)
        accountName = try row.decode(at: 3)
        normalSide = try row.word(at: 4)
        opening = try row.money(at: 5)
    }
}

/// One movement of these accounts.
package struct RunningLineRow: Sendable {
    package let effectiveOn: LedgerDate
    package let number: Int64
    package let kind: String
    /// The receipt, docket or award by which people know it; may be empty.
    package let reference: String
    package let memo: String
    package let debit: Money
    package let credit: Money

    init(_ row: PostgresRow) throws {
        effectiveOn = try LedgerDate(row.decode(PostgresDate.self, at: 1))
        number = try row.decode(at: 2)
        kind = try row.decode(at: 3)
        reference = try row.decode(at: 4)
        memo = try row.decode(at: 5)
        debit = try row.money(at: 6)
        credit = try row.money(at: 7)
    }
}
