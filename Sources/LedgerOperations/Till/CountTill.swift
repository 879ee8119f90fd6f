public import LedgerModel
import LedgerStore

/// What one person counted in an open till.
public struct CountTill: Hashable, Sendable {
    /// The cash in a till.
    public enum Cash: Hashable, Sendable {
        /// Its total, the change fund included.
        case total(Money)
        /// How many pieces there are of each worth.
        case pieces([Money: Int64])
    }

    /// The till.
    public var till: String
    /// Its cash.
    public var cash: Cash
    /// What its checks come to; needed with their number where the till took any.
    public var checks: Money?
    /// How many checks there are.
    public var checkCount: Int64?
    /// When.
    public var counted: BusinessDay

    /// Describes a count.
    public init(
        _ till: String,
        _ cash: Cash,
        checks: Money? = nil,
        checkCount: Int64? = nil,
        counted: BusinessDay = .today
    ) {
        self.till = till
        self.cash = cash
        self.checks = checks
        self.checkCount = checkCount
        self.counted = counted
    }
}

extension Ledger {
    /// Records a count; nobody is told what was expected before two people have counted.
    ///
    /// Refused with `LG320` when the till is not open, `LG106` for a count below zero.
    @discardableResult
    public func count(
        _ count: CountTill,
        _ options: CommandOptions = CommandOptions()
    ) async throws -> Recorded {
        let books = try await self.books()
        var statement: [String: DoorCommand.Field] = [
            "effective_on": .day(try date(count.counted, books)), "till": .text(count.till),
        ]
        switch count.cash {
        case .total(let total): statement["cash_cents"] = .number(total.cents)
        case .pieces(let pieces):
            let sorted = pieces.sorted { $0.key > $1.key }
            statement["denomination_cents"] = .numbers(sorted.map(\.key.cents))
            statement["pieces"] = .numbers(sorted.map(\.value))
        }
        if let checks = count.checks { statement["check_cents"] = .number(checks.cents) }
        if let number = count.checkCount { statement["check_count"] = .number(number) }
        return try await record(.countTills, statement, options)
    }
}
