package import LedgerModel
import PostgresClient

/// What one recipient was due under one statute in one period, and when it was sent.
package struct RemittanceRow: Sendable {
    package let fund: String
    package let fundName: String
    package let recipient: String
    /// Empty where nothing ever was due to the recipient.
    package let citation: String
    package let period: String
    package let due: Money
    package let deadline: LedgerDate?
    package let sent: Money
    package let late: Money
    package let lateDays: Int64
    package let held: Money
    package let heldUntil: LedgerDate?
    package let dueFrom: Money

    init(_ row: PostgresRow) throws {
        fund = try row.decode(at: 0)
        fundName = try row.decode(at: 1)
        recipient = try row.decode(at: 2)
        citation = try row.decode(at: 3)
        period = try row.decode(at: 4)
        due = try row.money(at: 5)
        deadline = try row.decode(PostgresDate?.self, at: 6).map(LedgerDate.init)
        sent = try row.money(at: 7)
        late = try row.money(at: 8)
        lateDays = Int64(try row.decode(Int32.self, at: 9))
        held = try row.money(at: 10)
        heldUntil = try row.decode(PostgresDate?.self, at: 11).map(LedgerDate.init)
        dueFrom = try row.money(at: 12)
    }
}

/// Assessments collected for the federal fund in a fiscal year, and what was transferred for them.
package struct TransferTieRow: Sendable {
    package let fiscalYear: String
    package let collected: Money
    package let transferred: Money
    package let health: Money

    init(_ row: PostgresRow) throws {
        fiscalYear = try row.decode(at: 0)
        collected = try row.money(at: 1)
        transferred = try row.money(at: 2)
        health = try row.money(at: 3)
    }
}
