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
}
