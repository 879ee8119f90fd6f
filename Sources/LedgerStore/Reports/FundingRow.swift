package import LedgerModel
import PostgresClient

/// The stages of the money of one fund and recipient in one period.
package struct FundingRow: Sendable {
    package let fund: String
    package let fundName: String
    /// Empty for the fund's own line.
    package let recipient: String
    package let period: String
    package let assessed: Money
    package let collected: Money
    package let split: Money
    package let remitted: Money
    package let awarded: Money
    package let spent: Money

    init(_ row: PostgresRow) throws {
        fund = try row.decode(at: 0)
        fundName = try row.decode(at: 1)
        recipient = try row.decode(at: 2)
        period = try row.decode(at: 3)
        assessed = try row.money(at: 4)
        collected = try row.money(at: 5)
        split = try row.money(at: 6)
        remitted = try row.money(at: 7)
        awarded = try row.money(at: 8)
        spent = try row.money(at: 9)
    }
}
