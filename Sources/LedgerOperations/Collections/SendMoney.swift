public import LedgerModel
import LedgerStore

/// Undeposited money brought to the bank.
public struct RecordDeposit: Hashable, Sendable {
    /// The number of the deposit ticket.
    public var ticket: String
    /// What was deposited.
    public var amount: Money
    /// The court's fund; nil where the jurisdiction has one only.
    public var fund: String?
    /// When.
    public var deposited: BusinessDay

    /// Describes a deposit.
    public init(
        _ amount: Money,
        ticket: String,
        fund: String? = nil,
        deposited: BusinessDay = .today
    ) {
        self.amount = amount
        self.ticket = ticket
        self.fund = fund
        self.deposited = deposited
    }
}

/// Collected money sent on to a recipient.
public struct RecordRemittance: Hashable, Sendable {
    /// The code of the recipient.
    public var recipient: String
    /// What was sent.
    public var amount: Money
    /// The court's fund; nil where the jurisdiction has one only.
    public var fund: String?
    /// When.
    public var sent: BusinessDay

    /// Describes a remittance.
    public init(
        _ amount: Money,
        to recipient: String,
        fund: String? = nil,
        sent: BusinessDay = .today
    ) {
        self.amount = amount
        self.recipient = recipient
        self.fund = fund
        self.sent = sent
    }
}

extension Ledger {
    /// Records a deposit; refused with `LG409` beyond what is undeposited.
    @discardableResult
    public func record(
        _ deposit: RecordDeposit,
        _ options: CommandOptions = CommandOptions()
    ) async throws -> Recorded {
        let books = try await self.books()
        let fund = try books.custodialFund(deposit.fund)
        let accounts = try books.accounts(in: books.custodialPurse(of: fund.id))
        return try await record(
            .recordDeposits,
            [
                "amount_cents": .number(deposit.amount.cents),
                "effective_on": .day(try date(deposit.deposited, books)),
                "fund": .number(Int64(fund.id)), "ticket": .text(deposit.ticket),
            ],
            options,
            postings: try PostingRules.deposit(deposit.amount, in: accounts)
        )
    }

    /// Records a remittance; a fund of the same jurisdiction receives it in the same entry.
    ///
    /// Refused with `LG803` for an unknown recipient, `LG408` beyond what is due, `LG407` beyond
    /// what is in the bank.
    @discardableResult
    public func record(
        _ remittance: RecordRemittance,
        _ options: CommandOptions = CommandOptions()
    ) async throws -> Recorded {
        let books = try await self.books()
        let fund = try books.custodialFund(remittance.fund)
        let recipient = books.recipients.first { $0.code == remittance.recipient }
        guard let recipient else {
            throw LedgerRefusal(.recipientUnknown, detail: remittance.recipient)
        }
        let own = try recipient.ownPurseID.flatMap(books.purse).map(books.accounts)
        let postings = try PostingRules.remittance(
            remittance.amount,
            dueTo: try books.dueTo(recipient.id, in: fund.id),
            in: try books.accounts(in: books.custodialPurse(of: fund.id)),
            to: own
        )
        return try await record(
            .recordRemittances,
            [
                "amount_cents": .number(remittance.amount.cents),
                "effective_on": .day(try date(remittance.sent, books)),
                "fund": .number(Int64(fund.id)), "recipient": .number(Int64(recipient.id)),
            ],
            options,
            postings: postings
        )
    }
}
