public import LedgerModel

/// An amount of a docket with its day: a debt no longer expected, or a receipt still held.
public struct DocketDatedAmount: Sendable, Hashable {
    /// The debt, or the number of the receipt.
    public let name: String
    /// Since when, or until when.
    public let day: LedgerDate
    /// How much.
    public let amount: Money

    /// Gathers the facts.
    public init(name: String, day: LedgerDate, amount: Money) {
        self.name = name
        self.day = day
        self.amount = amount
    }
}
