public import LedgerModel

/// What a fund's accounts hold at the end of a period, to which the debts must add up.
public struct CollectionsTieFacts: Sendable, Hashable {
    /// The code of the court's fund.
    public let fund: String
    /// The name of the fund.
    public let fundName: String
    /// The period.
    public let period: String
    /// The balance of the receivable account, as the trial balance has it.
    public let receivable: Money
    /// Money received that no debt has claimed.
    public let unapplied: Money

    /// Gathers the facts.
    public init(
        fund: String,
        fundName: String,
        period: String,
        receivable: Money,
        unapplied: Money
    ) {
        self.fund = fund
        self.fundName = fundName
        self.period = period
        self.receivable = receivable
        self.unapplied = unapplied
    }
}
