import Foundation
public import LedgerModel
import LedgerStore
import PostgresClient

extension Ledger {
    /// Proposes to expect no more so much of a debt, which stays owed; zero takes a write-off back.
    ///
    /// The reference of the answer is the number of the proposal, which another person approves.
    @discardableResult
    public func proposeWriteOff(
        of debt: Int16,
        on docket: String,
        _ amount: Money,
        _ options: CommandOptions = CommandOptions()
    ) async throws -> Recorded {
        let reply = try await write(options) { connection in
            guard let docket = try await connection.dockets([docket]).first else {
                throw LedgerRefusal(.docketUnknown, detail: docket)
            }
            let act = WriteOff(docket: docket.id, debt: debt, amountCents: amount.cents)
            let command = DoorCommand(
                key: options.requestKey,
                memo: options.memo,
                statement: [
                    "action": .text("write_off"), "statement": .text(try Self.json(act)),
                ]
            )
            return try await connection.ask(.propose, [command])[0]
        }
        return try await recorded(reply, options)
    }

    /// Approves a proposed write-off; nothing is posted, and a payment still applies to the debt.
    ///
    /// Refused with `LG406` for the person who proposed it, `LG701` without such a proposal,
    /// `LG702` when it was approved, `LG227` beyond what is open.
    @discardableResult
    public func approveWriteOff(
        _ proposal: Int64,
        _ options: CommandOptions = CommandOptions()
    ) async throws -> Recorded {
        try await record(.writeOffDebts, ["proposal": .number(proposal)], options)
    }
}

private struct WriteOff: Encodable {
    let docket: Int64
    let debt: Int16
    let amountCents: Int64
}
