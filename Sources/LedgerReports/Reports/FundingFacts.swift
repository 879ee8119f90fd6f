public import LedgerModel

/// The stages of the money of one fund and recipient in one period.
public struct FundingFacts: Sendable, Hashable {
    /// The code of the fund.
    public let fund: String
    /// The name of the fund.
    public let fundName: String
    /// The recipient named by the law.
    public let recipient: String
    /// The period, such as `2025-Q1`.
    public let period: String
    /// What courts ordered.
    public let assessed: Money
    /// What was received.
    public let collected: Money
    /// What became due to the recipient.
    public let split: Money
    /// What was sent on.
    public let remitted: Money
    /// What was awarded to grantees.
    public let awarded: Money
    /// What was paid out.
    public let spent: Money

    /// Gathers the facts.
    public init(
        fund: String,
        fundName: String,
        recipient: String,
        period: String,
        assessed: Money,
        collected: Money,
        split: Money,
        remitted: Money,
        awarded: Money,
        spent: Money
    ) {
        self.fund = fund
        self.fundName = fundName
        self.recipient = recipient
        self.period = period
        self.assessed = assessed
        self.collected = collected
        self.split = split
        self.remitted = remitted
        self.awarded = awarded
        self.spent = spent
    }
}
