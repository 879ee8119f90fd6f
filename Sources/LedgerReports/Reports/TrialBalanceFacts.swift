public import LedgerModel

/// The balance of one account.
public struct TrialBalanceFacts: Sendable, Hashable {
    /// The code of the fund.
    public let fund: String
    /// The name of the fund.
    public let fundName: String
    /// The self-balancing set of the account.
    public let set: AccountSet
    /// The number of the account.
    public let account: String
    /// The name of the account.
    public let accountName: String
    /// The side on which the balance stands.
    public let side: NormalSide
    /// The balance, not negative.
    public let balance: Money

    /// Gathers the facts.
    public init(
        fund: String,
        fundName: String,
        set: AccountSet,
        account: String,
        accountName: String,
        side: NormalSide,
        balance: Money
    ) {
        self.fund = fund
        self.fundName = fundName
        self.set = set
        self.account = account
        self.accountName = accountName
        self.side = side
        self.balance = balance
    }
}
