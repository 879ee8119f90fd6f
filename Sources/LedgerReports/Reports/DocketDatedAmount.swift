public import LedgerModel

/// An amount of a docket with its day: a debt no longer expected, a receipt still held or given
/// back.
public struct DocketDatedAmount: Sendable, Hashable {
    /// The debt, or the number of the receipt.
    public let name: String
    /// When, since when, or until when.
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
