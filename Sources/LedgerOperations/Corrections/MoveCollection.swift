public import LedgerModel
import LedgerStore
import PostgresClient

/// A receipt whose money belongs on another docket than the one that has it.
public struct MoveCollection: Hashable, Sendable {
    /// The number of the receipt, which it keeps.
    public var receipt: String
    /// The till or file that numbered it.
    public var source: String
    /// The reference of the right docket.
    public var docket: String
    /// When the court learned of it.
    public var moved: BusinessDay

    /// Describes a move.
    public init(
        _ receipt: String,
        to docket: String,
        source: String = "counter",
        moved: BusinessDay = .today
    ) {
        self.receipt = receipt
        self.docket = docket
        self.source = source
        self.moved = moved
    }
}

/// A receipt on its right docket.
public struct MovedCollection: Hashable, Sendable {
    /// What was recorded; its reference is the number of the receipt.
    public let recorded: Recorded
    /// How its money is applied now; nil when it had been moved before.
    public let allocation: Allocation?
    /// Other receipts of both dockets whose money went elsewhere through the move.
    public let reapplied: [ReturnedCollection.Reapplied]
}

extension Ledger {
    /// Moves a receipt to the docket for which it was paid, and applies both dockets anew.
    ///
    /// Refused with `LG308` without such a receipt on a docket, `LG201` without the right docket,
    /// `LG338` when money of it was given back, `LG339` between dockets of two funds.
    @discardableResult
    public func move(
        _ move: MoveCollection,
        _ options: CommandOptions = CommandOptions()
    ) async throws -> MovedCollection {
        try await relocate(move, reason: "misapplied", options)
    }

    /// Puts money on its docket that was received before anybody knew which it is.
    ///
    /// Refused with `LG308` without such a receipt, `LG201` without the docket, `LG339` for a
    /// docket of another fund.
    @discardableResult
    public func identify(
        _ move: MoveCollection,
        _ options: CommandOptions = CommandOptions()
    ) async throws -> MovedCollection {
        try await relocate(move, reason: "identified", options)
    }

    private func relocate(
        _ move: MoveCollection,
        reason: String,
        _ options: CommandOptions
    ) async throws -> MovedCollection {
        let books = try await self.books()
        let day = try date(move.moved, books)
        let (reply, allocation, reapplied) = try await write(options) { connection in
            let place = try await connection.receipt(
                move.receipt,
                source: move.source,
                reversedUnder: options.requestKey
            )
            guard let place, (place.docketID == nil) == (reason == "identified") else {
                let detail = "receipt \(move.receipt) of \(move.source)"
                throw LedgerRefusal(.entryUnknown, detail: detail)
            }
            let (old, new) = try await dockets(of: place, move.docket, connection)
            let command = DoorCommand.reversal(
                of: place.receipt.entryID,
                reason,
                on: day,
                key: options.requestKey,
                memo: options.memo
            )
            let reply = try await connection.ask(.reverseCollections, [command])[0]
            guard reply.refusal == nil, !reply.isReplay else {
                return (reply, nil as Allocation?, [ReturnedCollection.Reapplied]())
            }
            let entered = try await Reapplication(
                ledger: self,
                books: books,
                docket: new,
                day: day,
                key: options.requestKey
            ).enter([place.receipt][...], like: place.receipt, HeldBack(), connection)
            var reapplied: [ReturnedCollection.Reapplied] = []
            for docket in [old, new].compactMap({ $0 }) {
                reapplied += try await reapply(
                    docket,
                    books,
                    on: day,
                    "\(options.requestKey):\(docket.id)",
                    connection
                )
            }
            return (reply, entered.first?.allocation, reapplied)
        }
        return MovedCollection(
            recorded: try await recorded(reply, options),
            allocation: allocation,
            reapplied: reapplied
        )
    }

    /// The dockets between which a receipt moves, locked.
    private func dockets(
        of place: PlacedReceipt,
        _ reference: String,
        _ connection: isolated PostgresConnection
    ) async throws -> (old: DocketRow?, new: DocketRow) {
        let ids = place.docketID.map { [$0] } ?? []
        let rows = try await connection.dockets([reference], ids: ids)
        guard let new = rows.first(where: { $0.reference == reference }) else {
            throw LedgerRefusal(.docketUnknown, detail: reference)
        }
        guard new.fundID == place.fundID else {
            throw LedgerRefusal(.fundDiffers, detail: "docket \(reference)")
        }
        try await connection.lock(dockets: rows.map(\.id))
        guard let id = place.docketID else { return (nil, new) }
        let given = try await connection.refunds(ofDocket: id)
        let receipt = place.receipt
        if given.contains(where: { $0.source == receipt.source && $0.number == receipt.number }) {
            throw LedgerRefusal(.receiptRefunded, detail: "receipt \(receipt.number)")
        }
        return (rows.first { $0.id == id }, new)
    }
}
