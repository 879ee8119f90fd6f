public import LedgerModel
import LedgerStore
import PostgresClient

/// A debt that an amended judgment sets to another amount.
public struct AmendDebt: Hashable, Sendable {
    /// The reference of the docket.
    public var docket: String
    /// The number of the debt on its docket.
    public var debt: Int16
    /// What is owed on it from now on, what was paid included.
    public var amount: Money
    /// The reference of the order.
    public var order: String
    /// From when it holds.
    public var effective: BusinessDay

    /// Describes an amendment.
    public init(
        _ debt: Int16,
        on docket: String,
        to amount: Money,
        order: String,
        effective: BusinessDay = .today
    ) {
        self.debt = debt
        self.docket = docket
        self.amount = amount
        self.order = order
        self.effective = effective
    }
}

/// A judgment amended or vacated, and where the money went that it moved.
public struct ChangedJudgment: Hashable, Sendable {
    /// What was recorded.
    public let recorded: Recorded
    /// The receipts whose money the payment order now sends elsewhere.
    public let reapplied: [ReturnedCollection.Reapplied]
    /// What no debt takes any more and did before.
    public let freed: Money
}

extension Ledger {
    /// Sets what is owed on a debt, up or down, and applies all money of its docket anew.
    ///
    /// What no debt takes any more waits unapplied until it is refunded. Refused with `LG201`,
    /// `LG203`, `LG223` without docket, debt or order, `LG106` when it is owed already.
    @discardableResult
    public func amend(
        _ amendment: AmendDebt,
        _ options: CommandOptions = CommandOptions()
    ) async throws -> ChangedJudgment {
        let books = try await self.books()
        let day = try date(amendment.effective, books)
        let docket = try await docket(amendment.docket)
        let (reply, reapplied, freed) = try await write(options) { connection in
            let before = try await connection.refundable(docket: docket.id).unapplied
            let debts = try await connection.orderedDebts(docket: docket.id)
            let known = try await connection.amendment(underKey: options.requestKey)
            let owed = debts.first { $0.number == amendment.debt }?.owed ?? .zero
            let change = ChangeDebt(
                .amended,
                of: amendment.debt,
                on: amendment.docket,
                by: try known ?? (amendment.amount - owed),
                order: amendment.order
            )
            let command = try DoorCommand.change(change, docket, on: day, options, books)
            let reply = try await connection.ask(.changeDebts, [command])[0]
            guard reply.refusal == nil, !reply.isReplay else {
                return (reply, [ReturnedCollection.Reapplied](), Money.zero)
            }
            let reapplied = try await reapply(
                docket,
                books,
                on: day,
                options.requestKey,
                connection
            )
            let after = try await connection.refundable(docket: docket.id).unapplied
            return (reply, reapplied, max(try after - before, .zero))
        }
        return ChangedJudgment(
            recorded: try await recorded(reply, options),
            reapplied: reapplied,
            freed: freed
        )
    }
}
