import Foundation
import LedgerModel
import LedgerStore
import PostgresClient

/// An order to forget a docket's reference, which a second person has to approve.
public struct ExpungeDocket: Hashable, Sendable {
    /// The reference of the docket.
    public var docket: String

    /// How the court calls its order; not the reference.
    public var order: String

    /// Describes an order.
    public init(_ docket: String, order: String) {
        self.docket = docket
        self.order = order
    }
}

/// An expunction that waits for a second person.
public struct ProposedExpunction: Hashable, Sendable {
    /// What was recorded.
    public let recorded: Recorded

    /// The number by which it is approved.
    public let proposal: Int64

    /// Entries whose own texts, such as memos, repeat the reference; nothing can erase it there.
    public let namedIn: [Int64]
}

extension Ledger {
    /// Proposes to erase a docket's reference; neither it nor a hash of it goes into the proposal.
    ///
    /// Refused with `LG201` without the docket, `LG108` for an order of more than 60 characters.
    public func propose(
        _ expunction: ExpungeDocket,
        _ options: CommandOptions = CommandOptions()
    ) async throws -> ProposedExpunction {
        guard (1...60).contains(expunction.order.unicodeScalars.count) else {
            throw LedgerRefusal(.textTooLong, detail: "an order of 1 to 60 characters")
        }
        let (reply, named) = try await write(options) { connection in
            guard let docket = try await connection.dockets([expunction.docket]).first else {
                throw LedgerRefusal(.docketUnknown, detail: expunction.docket)
            }
            let act = try DoorCommand.Field.object([
                "docket": .number(docket.id), "order": .text(expunction.order),
            ]).json
            let command = DoorCommand(
                key: options.requestKey,
                memo: options.memo,
                statement: ["action": .text("expunge"), "statement": .text(act)]
            )
            let named = try await connection.entries(
                naming: expunction.docket,
                docket: docket.id
            )
            return (try await connection.ask(.propose, [command])[0], named)
        }
        return ProposedExpunction(
            recorded: try await recorded(reply, options),
            proposal: reply.entryID,
            namedIn: named
        )
    }

    /// Approves a proposed expunction and erases the reference; all money stays as it is.
    ///
    /// The reference of the answer is the order. Refused with `LG701` without such a proposal,
    /// `LG702` when it was approved before, `LG406` for the person who proposed it, `LG209` when
    /// the reference was erased already.
    @discardableResult
    public func approve(
        expunction proposal: Int64,
        _ options: CommandOptions = CommandOptions()
    ) async throws -> Recorded {
        try await record(.expungeDockets, ["proposal": .number(proposal)], options)
    }
}
