public import LedgerModel
import LedgerStore
import PostgresClient

/// Receipts brought to the bank on one ticket, whole.
public struct RecordDeposit: Hashable, Sendable {
    /// Which receipts go along.
    public enum Selection: Hashable, Sendable {
        /// All that are undeposited and received through a day, or through that of the deposit;
        /// with the cash over and short of tills closed by then.
        case all(through: LedgerDate?)
        /// The same of one till.
        case till(String, through: LedgerDate?)
        /// The standing receipts of these numbers of a till, and nothing else.
        case receipts([String], till: String)
    }

    /// The number of the deposit ticket.
    public var ticket: String
    /// Which receipts go along.
    public var selection: Selection
    /// What the ticket says; nil to take what the receipts come to.
    public var stated: Money?
    /// The court's fund; nil where the jurisdiction has one only.
    public var fund: String?
    /// When.
    public var deposited: BusinessDay

    /// Describes a deposit.
    public init(
        _ ticket: String,
        of selection: Selection = .all(through: nil),
        stated: Money? = nil,
        fund: String? = nil,
        deposited: BusinessDay = .today
    ) {
        self.ticket = ticket
        self.selection = selection
        self.stated = stated
        self.fund = fund
        self.deposited = deposited
    }
}

/// A deposit and what went along.
public struct RecordedDeposit: Hashable, Sendable {
    /// What was recorded; its reference is the ticket.
    public let recorded: Recorded
    /// What went to the bank.
    public let amount: Money
    /// How many receipts.
    public let receipts: Int64
    /// The cash over (negative: short) of closed tills within the amount.
    public let overShort: Money
}

extension Ledger {
    /// Records a deposit of receipts, each of which goes to the bank once.
    ///
    /// Refused with `LG325` for a receipt that is not undeposited, `LG324` when nothing is left,
    /// `LG328` when the stated amount is not that of the receipts, `LG409` beyond the books.
    @discardableResult
    public func record(
        _ deposit: RecordDeposit,
        _ options: CommandOptions = CommandOptions()
    ) async throws -> RecordedDeposit {
        let books = try await self.books()
        let day = try date(deposit.deposited, books)
        var statement = deposit.selection.statement
        statement["effective_on"] = .day(day)
        statement["fund"] = .number(Int64(try books.custodialFund(deposit.fund).id))
        statement["ticket"] = .text(deposit.ticket)
        if let stated = deposit.stated { statement["amount_cents"] = .number(stated.cents) }
        let command = DoorCommand(key: options.requestKey, memo: options.memo, statement: statement)
        let (reply, row) = try await write(options) { connection in
            let reply = try await connection.ask(.recordDeposits, [command])[0]
            return (reply, try await connection.deposit(reply.entryID))
        }
        let recorded = try await recorded(reply, options)
        guard let row else { throw LedgerFailure.database("deposit \(reply.entryID) is not there") }
        return RecordedDeposit(
            recorded: recorded,
            amount: row.amount,
            receipts: row.receipts,
            overShort: row.overShort
        )
    }
}

extension RecordDeposit.Selection {
    fileprivate var statement: [String: DoorCommand.Field] {
        switch self {
        case .all(let day): Self.through(day)
        case .till(let till, let day): Self.through(day).merging(["till": .text(till)]) { $1 }
        case .receipts(let numbers, let till): ["receipts": .texts(numbers), "till": .text(till)]
        }
    }

    private static func through(_ day: LedgerDate?) -> [String: DoorCommand.Field] {
        day.map { ["through": .day($0)] } ?? [:]
    }
}
