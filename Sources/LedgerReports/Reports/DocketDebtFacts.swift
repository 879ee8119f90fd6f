public import LedgerModel

/// One item that the judgment orders paid.
public struct DocketDebtFacts: Sendable, Hashable {
    /// What it is.
    public let debt: String
    /// The citation of the law that it rests on.
    public let authority: String
    /// What was ordered.
    public let ordered: Money
    /// What payments brought.
    public let applied: Money
    /// What is still owed.
    public let owed: Money

    /// Gathers the facts.
    public init(
        debt: String,
        authority: String,
        ordered: Money,
        applied: Money,
        owed: Money
    ) {
        self.debt = debt
        self.authority = authority
        self.ordered = ordered
        self.applied = applied
        self.owed = owed
    }
}
