public import LedgerModel
import LedgerStore
import PostgresClient

/// An open till to be closed.
public struct CloseTill: Hashable, Sendable {
    /// The till.
    public var till: String
    /// When.
    public var closed: BusinessDay

    /// Describes the close of a till.
    public init(_ till: String, closed: BusinessDay = .today) {
        self.till = till
        self.closed = closed
    }
}

/// A till that was closed, and whether it was even.
public struct ClosedTill: Hashable, Sendable {
    /// The checks in it.
    public struct Checks: Hashable, Sendable {
        /// What came in, less what was voided or went to the bank meanwhile.
        public let expected: Money
        /// How many these are.
        public let expectedCount: Int64
        /// What two people counted.
        public let counted: Money
        /// How many they counted.
        public let countedCount: Int64
        /// What was counted beyond what was expected; negative when it was short.
        public let overShort: Money
    }

    /// What was recorded; its reference is the till.
    public let recorded: Recorded
    /// The change fund and the cash that came in, less what was voided or went to the bank
    /// meanwhile.
    public let expected: Money
    /// What two people counted.
    public let counted: Money
    /// What was counted beyond what was expected; negative when it was short.
    public let overShort: Money
    /// Nil where none came in and none was counted.
    public let checks: Checks?
}

extension Ledger {
    /// Closes a till that two people have counted alike since money last moved there, and posts
    /// what its cash and its checks are over or short.
    ///
    /// Refused with `LG320` when it is not open, `LG323` without two counts, `LG406` when one
    /// person made both, `LG319` when checks came in and one of them counted none of them, `LG322`
    /// when they differ.
    @discardableResult
    public func close(
        _ closing: CloseTill,
        _ options: CommandOptions = CommandOptions()
    ) async throws -> ClosedTill {
        let day = try date(closing.closed, try await self.books())
        let command = DoorCommand(
            key: options.requestKey,
            memo: options.memo,
            statement: ["effective_on": .day(day), "till": .text(closing.till)]
        )
        let (reply, row) = try await write(options) { connection in
            let reply = try await connection.ask(.closeTills, [command])[0]
            return (reply, try await connection.tillClose(reply.entryID))
        }
        let recorded = try await recorded(reply, options)
        guard let row else { throw LedgerFailure.database("close \(reply.entryID) is not there") }
        return ClosedTill(
            recorded: recorded,
            expected: row.expected,
            counted: row.counted,
            overShort: try row.counted - row.expected,
            checks: try row.checks.map(ClosedTill.Checks.init)
        )
    }
}

extension ClosedTill.Checks {
    fileprivate init(_ row: TillChecksRow) throws(LedgerRefusal) {
        self.init(
            expected: row.expected,
            expectedCount: row.expectedCount,
            counted: row.counted,
            countedCount: row.countedCount,
            overShort: try row.counted - row.expected
        )
    }
}
