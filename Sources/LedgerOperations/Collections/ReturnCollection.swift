public import LedgerModel
import LedgerStore
import PostgresClient

/// Why a collection is taken back.
public enum ReversalReason: String, CaseIterable, Hashable, Sendable, Codable {
    /// The bank returned the check.
    case returnedCheck = "returned_check"
    /// The bank returned the transfer.
    case returnedACH = "returned_ach"
    /// The card's bank took the money back.
    case chargeback
    /// It was recorded twice; ``ReturnCollection/doubles`` says which receipt stands.
    case duplicate
    /// It never was received.
    case void
}

/// A collection to be taken back.
public struct ReturnCollection: Hashable, Sendable {
    /// The entry that recorded it.
    public var entry: Int64
    /// Why.
    public var reason: ReversalReason
    /// Of a duplicate, the entry of the receipt that stands for the same money.
    public var doubles: Int64?
    /// When the court learned of it.
    public var returned: BusinessDay

    /// Describes a return.
    public init(
        _ entry: Int64,
        reason: ReversalReason = .returnedCheck,
        doubles: Int64? = nil,
        returned: BusinessDay = .today
    ) {
        self.entry = entry
        self.reason = reason
        self.doubles = doubles
        self.returned = returned
    }
}

/// A collection taken back, and the later ones that therefore went elsewhere.
public struct ReturnedCollection: Hashable, Sendable {
    /// A later receipt that was reversed and entered again.
    public struct Reapplied: Hashable, Sendable {
        /// The entry that was reversed.
        public let reversed: Int64
        /// The entry that stands in its place.
        public let entry: Int64
        /// How its money is applied now.
        public let allocation: Allocation
    }

    /// What was recorded; its reference is the number of the receipt taken back.
    public let recorded: Recorded
    /// The later receipts whose money the payment order now sends elsewhere.
    public let reapplied: [Reapplied]
}

extension Ledger {
    /// Takes back a collection cent for cent, as though nothing had been received.
    ///
    /// Later receipts of the docket are reversed and entered again, in the same transaction,
    /// only where the payment order now sends their money to another debt. Refused with `LG308`
    /// for an entry that is no receipt, `LG307` when it was taken back before. A void is refused
    /// with `LG326` without a memo and `LG327` once its day is over or its money was counted, a
    /// duplicate with `LG316` without another standing receipt of the same amount on its docket
    /// and `LG317` once its money was counted.
    @discardableResult
    public func take(
        back collection: ReturnCollection,
        _ options: CommandOptions = CommandOptions()
    ) async throws -> ReturnedCollection {
        let books = try await self.books()
        let (reply, reapplied) = try await write(options) { connection in
            try await self.take(back: collection, options, books, connection)
        }
        return ReturnedCollection(
            recorded: try await recorded(reply, options),
            reapplied: reapplied
        )
    }

    /// Takes back a collection in the transaction that is open.
    func take(
        back collection: ReturnCollection,
        _ options: CommandOptions,
        _ books: StoredBooks,
        _ connection: isolated PostgresConnection
    ) async throws -> (reply: DoorReply, reapplied: [ReturnedCollection.Reapplied]) {
        let day = try date(collection.returned, books)
        let docket = try await connection.docket(ofReceipt: collection.entry)
        if let docket { try await connection.lock(dockets: [docket.id]) }
        let command = DoorCommand.reversal(
            of: collection.entry,
            collection.reason.rawValue,
            doubling: collection.doubles,
            on: day,
            key: options.requestKey,
            memo: options.memo
        )
        let reply = try await connection.ask(.reverseCollections, [command])[0]
        // Money that nobody identified was on no docket.
        guard reply.refusal == nil, !reply.isReplay, let docket else { return (reply, []) }
        let reapplication = Reapplication(
            ledger: self,
            books: books,
            docket: docket,
            day: day,
            key: options.requestKey
        )
        return (reply, try await reapplication.run(after: collection.entry, connection))
    }
}

extension Ledger {
    /// The entry that recorded the receipt of this number, or `LG308` when there is none.
    public func entry(
        ofReceipt number: String,
        source: String = "counter"
    ) async throws -> Int64 {
        let entry = try await attempt {
            try await store.entry(ofReceipt: number, source: source)
        }
        guard let entry else {
            throw LedgerRefusal(.entryUnknown, detail: "receipt \(number) of \(source)")
        }
        return entry
    }
}

extension DoorCommand {
    static func reversal(
        of entry: Int64,
        _ reason: String,
        doubling double: Int64? = nil,
        on day: LedgerDate,
        key: String,
        memo: String?
    ) -> DoorCommand {
        var statement: [String: Field] = [
            "effective_on": .day(day), "entry": .number(entry), "reason": .text(reason),
        ]
        if let double { statement["doubles"] = .number(double) }
        return DoorCommand(key: key, memo: memo, statement: statement)
    }
}
