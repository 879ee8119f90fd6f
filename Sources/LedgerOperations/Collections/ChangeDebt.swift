public import LedgerModel
import LedgerStore

/// Why more or less is owed than was ordered.
public enum DebtChangeReason: String, CaseIterable, Hashable, Sendable, Codable {
    /// The court amended its judgment.
    case amended
    /// The court vacated the conviction or the order.
    case vacated
    /// The court remitted it on the Government's petition, 18 U.S.C. 3573.
    case remission
    /// Interest or a penalty was waived, 18 U.S.C. 3612(h).
    case waiver
    /// The court reduced it because the debtor cannot pay, as far as the rule allows.
    case reduction
    /// Liability ended by law.
    case extinction
    /// Interest accrued, or less of it than had been posted.
    case interest
    /// A penalty for paying late.
    case penalty
}

/// A change of what is owed on a debt, by order of a court or officer.
public struct ChangeDebt: Hashable, Sendable {
    /// The reference of the docket.
    public var docket: String
    /// The number of the debt on its docket.
    public var debt: Int16
    /// Why.
    public var reason: DebtChangeReason
    /// What is added to what is owed; negative when it is taken off.
    public var amount: Money
    /// The reference of the order; nil only where the law itself ends the liability.
    public var order: String?
    /// From when the change holds.
    public var effective: BusinessDay
    /// The rule on which the change rests, by short name; nil for the debt's own.
    public var rule: String?

    /// Describes a change.
    public init(
        _ reason: DebtChangeReason,
        of debt: Int16,
        on docket: String,
        by amount: Money,
        order: String?,
        effective: BusinessDay = .today,
        rule: String? = nil
    ) {
        self.reason = reason
        self.debt = debt
        self.docket = docket
        self.amount = amount
        self.order = order
        self.effective = effective
        self.rule = rule
    }
}

/// A change as it was recorded.
public struct ChangedDebt: Hashable, Sendable {
    /// What was recorded.
    public let recorded: Recorded
    /// How much more is applied to the debt than is owed now; unknown, and zero, in a replay.
    public let excess: Money
}

extension Ledger {
    /// Changes what is owed on a debt.
    ///
    /// What was paid stays paid: refused with `LG220` where less would be owed than was applied,
    /// unless the judgment is amended or vacated. Refused with `LG221` for a reason that the law
    /// does not have for this kind of debt, `LG222` beyond what the rule lets a court reduce,
    /// `LG223` without an order.
    @discardableResult
    public func change(
        _ change: ChangeDebt,
        _ options: CommandOptions = CommandOptions()
    ) async throws -> ChangedDebt {
        let books = try await self.books()
        let day = try date(change.effective, books)
        let reply = try await write(options) { connection in
            guard let docket = try await connection.dockets([change.docket]).first else {
                throw LedgerRefusal(.docketUnknown, detail: change.docket)
            }
            let command = try DoorCommand.change(change, docket, on: day, options, books)
            return try await connection.ask(.changeDebts, [command])[0]
        }
        let recorded = try await recorded(reply, options)
        let excess = recorded.reference.flatMap { Int64($0) } ?? 0
        return ChangedDebt(recorded: recorded, excess: Money(cents: excess))
    }
}

extension DoorCommand {
    /// The command that changes a debt of a docket.
    static func change(
        _ change: ChangeDebt,
        _ docket: DocketRow,
        on day: LedgerDate,
        _ options: CommandOptions,
        _ books: StoredBooks
    ) throws(LedgerRefusal) -> DoorCommand {
        var statement: [String: Field] = [
            "amount_cents": .number(change.amount.cents), "debt": .number(Int64(change.debt)),
            "docket": .number(docket.id), "effective_on": .day(day), "order": .text(change.order),
            "reason": .text(change.reason.rawValue),
        ]
        if let rule = change.rule {
            guard let authority = books.authorities.last(where: { $0.rule == rule }) else {
                throw LedgerRefusal(.authorityUnknown, detail: "\(rule) in these books")
            }
            statement["authority"] = .number(Int64(authority.id))
        }
        return DoorCommand(
            key: options.requestKey,
            memo: options.memo,
            statement: statement
        )
    }
}
