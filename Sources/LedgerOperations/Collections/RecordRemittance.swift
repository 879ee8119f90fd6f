public import LedgerModel
import LedgerStore

/// Everything that is due to one recipient and released, sent on.
///
/// A remittance pays whole shares, each named with it, so its amount is never chosen: it follows
/// from the day.
public struct RecordRemittance: Hashable, Sendable {
    /// The code of the recipient.
    public var recipient: String
    /// What the whole is expected to be; nil takes what the books say.
    public var amount: Money?
    /// The last day of receipt whose money is sent; nil for the day of sending.
    public var through: LedgerDate?
    /// The number of the check; nil for the next one where a restitution payee is paid, and for
    /// none with any other recipient.
    public var checkNumber: Int64?
    /// The court's fund; nil where the jurisdiction has one only.
    public var fund: String?
    /// When.
    public var sent: BusinessDay

    /// Describes a remittance.
    public init(
        _ amount: Money? = nil,
        to recipient: String,
        through: LedgerDate? = nil,
        checkNumber: Int64? = nil,
        fund: String? = nil,
        sent: BusinessDay = .today
    ) {
        self.amount = amount
        self.recipient = recipient
        self.through = through
        self.checkNumber = checkNumber
        self.fund = fund
        self.sent = sent
    }
}

/// Money that a recipient gives back for shares taken back after they had been sent.
public struct RecordRepayment: Hashable, Sendable {
    /// The code of the recipient.
    public var recipient: String
    /// How much came back.
    public var amount: Money
    /// The court's fund; nil where the jurisdiction has one only.
    public var fund: String?
    /// When.
    public var received: BusinessDay

    /// Describes a repayment.
    public init(
        _ amount: Money,
        from recipient: String,
        fund: String? = nil,
        received: BusinessDay = .today
    ) {
        self.amount = amount
        self.recipient = recipient
        self.fund = fund
        self.received = received
    }
}

extension Ledger {
    /// Sends a recipient what is due of the money received up to a day whose hold is over, less
    /// what was taken back after it had been sent; a fund of the same jurisdiction receives it in
    /// the same entry.
    ///
    /// Refused with `LG803` for an unknown recipient, `LG408` beyond and `LG412` below what is
    /// due, `LG413` when nothing is, `LG415` below the least check for a restitution payee,
    /// `LG416` for a check number that is not free, `LG407` beyond what is in the bank.
    @discardableResult
    public func record(
        _ remittance: RecordRemittance,
        _ options: CommandOptions = CommandOptions()
    ) async throws -> Recorded {
        let books = try await self.books()
        let sent = try date(remittance.sent, books)
        return try await record(
            .recordRemittances,
            [
                "amount_cents": .number(ifKnown: remittance.amount?.cents),
                "check_number": .number(ifKnown: remittance.checkNumber),
                "effective_on": .day(sent),
                "fund": .number(Int64(try books.custodialFund(remittance.fund).id)),
                "recipient": .number(try books.recipient(remittance.recipient)),
                "through": .day(remittance.through ?? sent),
            ],
            options
        )
    }

    /// Records that a recipient gave back what it owed the court.
    ///
    /// Refused with `LG414` beyond what it owes; it owes what was taken back after it had been
    /// sent and no later share has made up for.
    @discardableResult
    public func record(
        _ repayment: RecordRepayment,
        _ options: CommandOptions = CommandOptions()
    ) async throws -> Recorded {
        let books = try await self.books()
        return try await record(
            .repayRemittances,
            [
                "amount_cents": .number(repayment.amount.cents),
                "effective_on": .day(try date(repayment.received, books)),
                "fund": .number(Int64(try books.custodialFund(repayment.fund).id)),
                "recipient": .number(try books.recipient(repayment.recipient)),
            ],
            options
        )
    }
}

extension StoredBooks {
    /// The identity of the recipient of this code, or `LG803`.
    func recipient(_ code: String) throws(LedgerRefusal) -> Int64 {
        guard let recipient = recipients.first(where: { $0.code == code }) else {
            throw LedgerRefusal(.recipientUnknown, detail: code)
        }
        return Int64(recipient.id)
    }
}
