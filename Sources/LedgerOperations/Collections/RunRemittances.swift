public import LedgerModel
import LedgerStore

/// A batch of remittances: to every recipient what is due and released.
public struct RunRemittances: Hashable, Sendable {
    /// The last day of receipt whose money is sent.
    public var through: LedgerDate
    /// The number of the first check; nil for the number after the last one.
    public var firstCheck: Int64?
    /// The court's fund; nil where the jurisdiction has one only.
    public var fund: String?
    /// When it is sent.
    public var sent: BusinessDay

    /// Describes a batch.
    public init(
        through: LedgerDate,
        firstCheck: Int64? = nil,
        fund: String? = nil,
        sent: BusinessDay = .today
    ) {
        self.through = through
        self.firstCheck = firstCheck
        self.fund = fund
        self.sent = sent
    }
}

/// What a batch of remittances sent, and what it left with the court.
public struct RemittanceRun: Hashable, Sendable {
    /// One recipient of the fund.
    public struct Line: Hashable, Sendable {
        /// The code of the recipient.
        public let recipient: String
        /// What this batch sent; zero when nothing.
        public let sent: Money
        /// How many shares it pays, those taken back included.
        public let shares: Int64
        /// The number of the check, where one was written.
        public let checkNumber: Int64?
        /// What is released and was not sent: below the least check, or negative what the
        /// recipient owes.
        public let left: Money
        /// What is not released yet.
        public let held: Money
        /// When the last of that is released.
        public let heldUntil: LedgerDate?
    }

    /// What was recorded for the batch itself.
    public let recorded: Recorded
    /// Every recipient of the fund, by code.
    public let lines: [Line]
}

extension Ledger {
    /// Sends every recipient what is due of the money received up to a day whose hold is over.
    ///
    /// Run again it sends nothing twice. Who owes the court gets nothing until later shares have
    /// made up for it; a restitution payee gets nothing below the least amount of a check (setting
    /// `victim_payment_minimum`). Refused as a whole with `LG407` when the bank holds less,
    /// `LG416` when the check numbers are not free, `LG419` for a day after the sending.
    @discardableResult
    public func run(
        _ batch: RunRemittances,
        _ options: CommandOptions = CommandOptions()
    ) async throws -> RemittanceRun {
        let books = try await self.books()
        let command = DoorCommand(
            key: options.requestKey,
            memo: options.memo,
            statement: [
                "effective_on": .day(try date(batch.sent, books)),
                "first_check": .number(ifKnown: batch.firstCheck),
                "fund": .number(Int64(try books.custodialFund(batch.fund).id)),
                "through": .day(batch.through),
            ]
        )
        let (reply, rows) = try await write(options) { connection in
            let reply = try await connection.ask(.runRemittances, [command])[0]
            guard reply.refusal == nil else { return (reply, [RunListRow]()) }
            return (reply, try await connection.runList(reply.entryID))
        }
        return RemittanceRun(
            recorded: try await recorded(reply, options),
            lines: rows.map(RemittanceRun.Line.init)
        )
    }
}

extension RemittanceRun.Line {
    init(_ row: RunListRow) {
        recipient = row.recipient
        sent = row.sent
        shares = row.shares
        checkNumber = row.checkNumber
        left = row.left
        held = row.held
        heldUntil = row.heldUntil
    }
}
