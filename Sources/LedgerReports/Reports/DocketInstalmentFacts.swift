public import LedgerModel

/// A part of a debt with the day by which it is to be paid.
public struct DocketInstalmentFacts: Sendable, Hashable {
    /// The debt.
    public let debt: String
    /// The day on which it falls due.
    public let dueOn: LedgerDate
    /// How much.
    public let amount: Money

    /// Gathers the facts.
    public init(debt: String, dueOn: LedgerDate, amount: Money) {
        self.debt = debt
        self.dueOn = dueOn
        self.amount = amount
    }
}
