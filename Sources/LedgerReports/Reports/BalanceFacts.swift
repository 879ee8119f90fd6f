public import LedgerModel

/// The balance of one purpose of one fund over the days of the report.
public struct BalanceFacts: Sendable, Hashable {
    /// The code of the fund.
    public let fund: String
    /// The name of the fund.
    public let fundName: String
    /// The purpose, with its year of availability where it has one.
    public let purpose: String
    /// What was there before the first day.
    public let opening: Money
    /// What came in.
    public let moneyIn: Money
    /// What went out, as a positive amount.
    public let moneyOut: Money
    /// What is there after the last day.
    public let closing: Money
    /// What may still be awarded or spent.
    public let available: Money

    /// Gathers the facts.
    public init(
        fund: String,
        fundName: String,
        purpose: String,
        opening: Money,
        moneyIn: Money,
        moneyOut: Money,
        closing: Money,
        available: Money
    ) {
        self.fund = fund
        self.fundName = fundName
        self.purpose = purpose
        self.opening = opening
        self.moneyIn = moneyIn
        self.moneyOut = moneyOut
        self.closing = closing
        self.available = available
    }
}
