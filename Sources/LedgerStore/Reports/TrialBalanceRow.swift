package import LedgerModel
import PostgresClient

/// An account and its balance, debits less credits.
package struct TrialBalanceRow: Sendable {
    package let fund: String
    package let fundName: String
    package let set: AccountSet
    package let account: String
    package let accountName: String
    package let normalSide: NormalSide
    package let balance: Money

    init(_ row: PostgresRow) throws {
        fund = try row.decode(at: 0)
        fundName = try row.decode(at: 1)
        set = try row.word(at: 2)
        account = try row.decode(at: 3)
        accountName = try row.decode(at: 4)
        normalSide = try row.word(at: 5)
        balance = try row.money(at: 6)
    }
}
