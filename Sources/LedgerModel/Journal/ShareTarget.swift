/// A fund of the collecting jurisdiction itself that receives a share.
public struct OwnFund: Hashable, Sendable {
    /// The purse of the fund into which the share goes.
    public let purse: Int32

    /// The fund's account for what the court has collected and not yet sent.
    public let dueFromCourt: Int32

    /// The fund's revenue account.
    public let revenue: Int32

    /// Makes an own fund from its purse and accounts.
    public init(purse: Int32, dueFromCourt: Int32, revenue: Int32) {
        self.purse = purse
        self.dueFromCourt = dueFromCourt
        self.revenue = revenue
    }
}

/// Where one share of a debt goes in the books.
public struct ShareTarget: Hashable, Sendable {
    /// The court's liability account for the recipient.
    public let dueToAccount: Int32

    /// The receiving fund, when it belongs to the same jurisdiction.
    public let ownFund: OwnFund?

    /// Makes a target.
    public init(dueToAccount: Int32, ownFund: OwnFund? = nil) {
        self.dueToAccount = dueToAccount
        self.ownFund = ownFund
    }
}
