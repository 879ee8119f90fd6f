public import LedgerModel

/// One recipient's share of an application.
public struct DocketShareFacts: Sendable, Hashable {
    /// Who gets it.
    public let recipient: String
    /// How much.
    public let amount: Money

    /// Gathers the facts.
    public init(
        recipient: String,
        amount: Money
    ) {
        self.recipient = recipient
        self.amount = amount
    }
}
