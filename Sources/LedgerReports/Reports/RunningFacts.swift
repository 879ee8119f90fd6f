public import LedgerModel

/// The account of a running balance and where it starts.
public struct RunningFacts: Sendable, Hashable {
    /// The number of the account.
    public let account: String
    /// The name of the account.
    public let accountName: String
    /// The side on which the balance grows.
    public let normalSide: NormalSide
    /// The balance before the first line, positive on the normal side.
    public let opening: Money

    /// Gathers the facts.
    public init(
        account: String,
        accountName: String,
        normalSide: NormalSide,
        opening: Money
    ) {
        self.account = account
        self.accountName = accountName
        self.normalSide = normalSide
        self.opening = opening
    }
}
