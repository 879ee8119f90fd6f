public import LedgerModel

/// What was added to a debt (negative: taken off) after it was ordered.
public struct DocketChangeFacts: Sendable, Hashable {
    /// The day from which the change holds.
    public let changedOn: LedgerDate
    /// The debt.
    public let debt: String
    /// Why.
    public let reason: String
    /// The reference of the court's order; empty where the law itself makes the change.
    public let order: String
    /// The law that the change rests on.
    public let citation: String
    /// How much.
    public let amount: Money

    /// Gathers the facts.
    public init(
        changedOn: LedgerDate,
        debt: String,
        reason: String,
        order: String,
        citation: String,
        amount: Money
    ) {
        self.changedOn = changedOn
        self.debt = debt
        self.reason = reason
        self.order = order
        self.citation = citation
        self.amount = amount
    }
}
