public import LedgerModel

/// A loss that a debt of a docket owes together with debts of others.
public struct DocketClaimFacts: Sendable, Hashable {
    /// The debt.
    public let debt: String
    /// The reference of the claim.
    public let claim: String
    /// The whole loss.
    public let loss: Money
    /// What all who owe it have paid.
    public let paidByAll: Money
    /// What of the loss nobody has paid.
    public let open: Money
    /// What this docket may still be asked for.
    public let owed: Money

    /// Gathers the facts.
    public init(
        debt: String,
        claim: String,
        loss: Money,
        paidByAll: Money,
        open: Money,
        owed: Money
    ) {
        self.debt = debt
        self.claim = claim
        self.loss = loss
        self.paidByAll = paidByAll
        self.open = open
        self.owed = owed
    }
}
