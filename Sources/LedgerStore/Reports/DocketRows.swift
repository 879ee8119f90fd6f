package import LedgerModel
import PostgresClient

/// A docket with one of its debts, or with none.
package struct DocketStatementRow: Sendable {
    package struct Debt: Sendable {
        package let number: Int
        package let kind: String
        package let citation: String
        /// The law that places this kind of debt among the others.
        package let orderCitation: String
        package let orderedOn: LedgerDate
        package let ordered: Money
    }

    package let openedOn: LedgerDate
    package let judgmentOn: LedgerDate
    package let debt: Debt?

    init(_ row: PostgresRow) throws {
        openedOn = try LedgerDate(row.decode(PostgresDate.self, at: 0))
        judgmentOn = try LedgerDate(row.decode(PostgresDate.self, at: 1))
        guard let number = try row.decode(Int16?.self, at: 2) else {
            debt = nil
            return
        }
        debt = Debt(
            number: Int(number),
            kind: try row.decode(at: 3),
            citation: try row.decode(at: 4),
            orderCitation: try row.decode(at: 5),
            orderedOn: try LedgerDate(row.decode(PostgresDate.self, at: 6)),
            ordered: try row.money(at: 7)
        )
    }
}

/// What one recipient got of one receipt for one debt; negative when taken back.
package struct DocketApplicationRow: Sendable {
    package let entry: Int64
    /// Why it was reversed; nil for a receipt.
    package let reason: String?
    package let effectiveOn: LedgerDate
    package let receipt: String
    /// Nil for money that no debt needed.
    package let debt: Int?
    package let recipient: String?
    package let amount: Money
    /// Where the money came from; nil for an ordinary payment.
    package let origin: String?

    init(_ row: PostgresRow) throws {
        entry = try row.decode(at: 0)
        reason = try row.decode(at: 3)
        effectiveOn = try LedgerDate(row.decode(PostgresDate.self, at: 4))
        receipt = try row.decode(at: 5)
        debt = try row.decode(Int16?.self, at: 7).map(Int.init)
        recipient = try row.decode(at: 8)
        amount = try row.money(at: 9)
        origin = try row.decode(at: 10)
    }
}

/// What the amount of a debt rests on.
package struct DocketGroundRow: Sendable {
    package let debt: Int
    package let grade: String
    package let counts: Int
    package let countBasis: String
    package let priors: Int

    init(_ row: PostgresRow) throws {
        debt = Int(try row.decode(Int16.self, at: 0))
        grade = try row.decode(at: 1)
        counts = Int(try row.decode(Int16.self, at: 2))
        countBasis = try row.decode(at: 3)
        priors = Int(try row.decode(Int16.self, at: 4))
    }
}

/// A part of a debt with the day by which it is to be paid.
package struct DocketInstalmentRow: Sendable {
    package let debt: Int
    package let dueOn: LedgerDate
    package let amount: Money

    init(_ row: PostgresRow) throws {
        debt = Int(try row.decode(Int16.self, at: 0))
        dueOn = try LedgerDate(row.decode(PostgresDate.self, at: 2))
        amount = try row.money(at: 3)
    }
}
