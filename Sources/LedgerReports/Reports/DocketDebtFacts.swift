public import LedgerModel

/// One item that the judgment orders paid.
public struct DocketDebtFacts: Sendable, Hashable {
    /// What it is.
    public let debt: String
    /// The citation of the law that it rests on.
    public let authority: String
    /// What was ordered.
    public let ordered: Money
    /// What was added since; negative when it was taken off.
    public let changed: Money
    /// What payments brought.
    public let applied: Money
    /// What is owed now; of a loss that others owe too, as far as it is open.
    public let owed: Money

    /// Gathers the facts.
    public init(
        debt: String,
        authority: String,
        ordered: Money,
        changed: Money = .zero,
        applied: Money,
        owed: Money
    ) {
        self.debt = debt
        self.authority = authority
        self.ordered = ordered
        self.changed = changed
        self.applied = applied
        self.owed = owed
    }
}
