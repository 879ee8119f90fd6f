package import LedgerModel
import PostgresClient

/// What was changed of a debt after it was ordered.
package struct DocketChangeRow: Sendable {
    package let debt: Int
    package let changedOn: LedgerDate
    package let reason: String
    package let order: String?
    package let citation: String
    package let amount: Money

    init(_ row: PostgresRow) throws {
        debt = Int(try row.decode(Int16.self, at: 0))
        changedOn = try LedgerDate(row.decode(PostgresDate.self, at: 1))
        reason = try row.decode(at: 2)
        order = try row.decode(at: 3)
        citation = try row.decode(at: 4)
        amount = try row.money(at: 5)
    }
}

/// What is no longer expected of a debt.
package struct DocketWriteOffRow: Sendable {
    package let debt: Int
    package let writtenOn: LedgerDate
    package let amount: Money

    init(_ row: PostgresRow) throws {
        debt = Int(try row.decode(Int16.self, at: 0))
        writtenOn = try LedgerDate(row.decode(PostgresDate.self, at: 1))
        amount = try row.money(at: 2)
    }
}

/// What of a receipt may not be sent yet, or was given back.
package struct DocketReceiptRow: Sendable {
    package let receipt: String
    /// Until when it is held, or when it was given back.
    package let day: LedgerDate
    package let amount: Money

    init(_ row: PostgresRow) throws {
        receipt = try row.decode(at: 0)
        day = try LedgerDate(row.decode(PostgresDate.self, at: 1))
        amount = try row.money(at: 2)
    }
}
