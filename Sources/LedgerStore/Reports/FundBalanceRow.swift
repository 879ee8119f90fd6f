package import LedgerModel
import PostgresClient

/// What a purse held, received, paid and holds.
package struct FundBalanceRow: Sendable {
    package let fund: String
    package let fundName: String
    package let purpose: String
    /// Zero when the money is available in every year.
    package let yearOfAvailability: Int
    package let opening: Money
    package let moneyIn: Money
    package let moneyOut: Money
    package let closing: Money
    package let available: Money

    init(_ row: PostgresRow) throws {
        fund = try row.decode(at: 0)
        fundName = try row.decode(at: 1)
        purpose = try row.decode(at: 2)
        yearOfAvailability = try row.decode(Int.self, at: 3)
        opening = try row.money(at: 4)
        moneyIn = try row.money(at: 5)
        moneyOut = try row.money(at: 6)
        closing = try row.money(at: 7)
        available = try row.money(at: 8)
    }
}
