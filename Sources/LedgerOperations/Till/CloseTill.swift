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
    /// What was recorded; its reference is the till.
    public let recorded: Recorded
    /// The change fund and what came in, less what was voided or went to the bank meanwhile.
    public let expected: Money
    /// What two people counted.
    public let counted: Money
    /// What was counted beyond what was expected; negative when it was short.
    public let overShort: Money
}

extension Ledger {
    /// Closes a till that two people have counted alike since money last moved there, and posts
    /// what it is over or short.
    ///
    /// Refused with `LG320` when it is not open, `LG323` without two counts, `LG406` when one
    /// person made both, `LG322` when they differ.
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
            overShort: try row.counted - row.expected
        )
    }
}
