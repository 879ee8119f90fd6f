public import LedgerModel

/// What one recipient was due under one statute in one period, and when it was sent.
public struct RemittanceFacts: Sendable, Hashable {
    /// The code of the court's fund.
    public let fund: String
    /// The name of the fund.
    public let fundName: String
    /// The recipient.
    public let recipient: String
    /// The statute that gives the share; empty where nothing ever was due.
    public let citation: String
    /// The period of the shares, such as `FY2025 Q1`.
    public let period: String
    /// What became due, less what was taken back.
    public let due: Money
    /// The next day by which something must be sent, or the last when everything was.
    public let deadline: LedgerDate?
    /// What was sent of it.
    public let sent: Money
    /// What was sent late, or is late and not sent.
    public let late: Money
    /// By how many days, at most.
    public let lateDays: Int64
    /// What is not released yet.
    public let held: Money
    /// When the last of that is released.
    public let heldUntil: LedgerDate?
    /// What was taken back after it had been sent and nothing has made up for.
    public let dueFrom: Money

    /// What waits to be sent, before what the recipient owes is kept from it.
    public var waiting: Money {
        Money(cents: due.cents - sent.cents - held.cents + dueFrom.cents)
    }

    /// What the recipient owes, as it lessens what is sent next: never more than zero.
    var netting: Money { Money(cents: -dueFrom.cents) }

    /// Gathers the facts.
    public init(
        fund: String,
        fundName: String,
        recipient: String,
        citation: String,
        period: String,
        due: Money,
        deadline: LedgerDate?,
        sent: Money,
        late: Money,
        lateDays: Int64,
        held: Money,
        heldUntil: LedgerDate?,
        dueFrom: Money
    ) {
        self.fund = fund
        self.fundName = fundName
        self.recipient = recipient
        self.citation = citation
        self.period = period
        self.due = due
        self.deadline = deadline
        self.sent = sent
        self.late = late
        self.lateDays = lateDays
        self.held = held
        self.heldUntil = heldUntil
        self.dueFrom = dueFrom
    }
}
