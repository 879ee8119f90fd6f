public import LedgerModel

/// A receipt, and the days that its money took to the bank.
public struct DailyReceiptFacts: Hashable, Sendable {
    /// The till or file.
    public let source: String
    /// Its number there.
    public let number: String
    /// The court's day of receipt.
    public let receivedOn: LedgerDate
    /// The code of the method.
    public let method: String
    /// Where the money came from.
    public let origin: String
    /// What was received.
    public let amount: Money
    /// Why it was taken back, or nil when it stands.
    public let endedBy: String?
    /// The deposit ticket, if there is one.
    public let ticket: String?
    /// The day of the deposit.
    public let depositedOn: LedgerDate?
    /// From receipt to deposit, or so far; nil for what never had to go to the bank.
    public let days: Int64?
    /// Whether that is more than the court allows.
    public let isLate: Bool

    /// Describes a receipt.
    public init(
        source: String,
        number: String,
        receivedOn: LedgerDate,
        method: String,
        origin: String,
        amount: Money,
        endedBy: String?,
        ticket: String?,
        depositedOn: LedgerDate?,
        days: Int64?,
        isLate: Bool
    ) {
        self.source = source
        self.number = number
        self.receivedOn = receivedOn
        self.method = method
        self.origin = origin
        self.amount = amount
        self.endedBy = endedBy
        self.ticket = ticket
        self.depositedOn = depositedOn
        self.days = days
        self.isLate = isLate
    }
}
