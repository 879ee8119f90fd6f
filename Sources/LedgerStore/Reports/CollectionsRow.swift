package import LedgerModel
import PostgresClient

/// What courts ordered under one statute in one period and what became of it; or, without a
/// citation, what stands for a whole fund.
package struct CollectionsRow: Sendable {
    package let fund: String
    package let fundName: String
    package let citation: String
    package let debtKind: String
    package let period: String
    package let ordered: Money
    package let amended: Money
    package let vacated: Money
    package let interest: Money
    package let penalty: Money
    package let remission: Money
    package let waiver: Money
    package let reduction: Money
    package let extinction: Money
    package let paid: Money
    package let outstanding: Money
    package let writtenOff: Money
    package let unapplied: Money
    package let receivable: Money

    init(_ row: PostgresRow) throws {
        fund = try row.decode(at: 0)
        fundName = try row.decode(at: 1)
        citation = try row.decode(at: 2)
        debtKind = try row.decode(at: 3)
        period = try row.decode(at: 4)
        ordered = try row.money(at: 5)
        amended = try row.money(at: 6)
        vacated = try row.money(at: 7)
        interest = try row.money(at: 8)
        penalty = try row.money(at: 9)
        remission = try row.money(at: 10)
        waiver = try row.money(at: 11)
        reduction = try row.money(at: 12)
        extinction = try row.money(at: 13)
        paid = try row.money(at: 14)
        outstanding = try row.money(at: 15)
        writtenOff = try row.money(at: 16)
        unapplied = try row.money(at: 17)
        receivable = try row.money(at: 18)
    }
}
