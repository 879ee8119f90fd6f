public import LedgerModel

/// One amount of one receipt applied to one debt; negative when taken back.
public struct DocketApplicationFacts: Sendable, Hashable {
    /// The day on which the money was received.
    public let receivedOn: LedgerDate
    /// The number of the receipt.
    public let receipt: String
    /// The debt that it was applied to.
    public let debt: String
    /// The law or order that puts it there.
    public let citation: String
    /// Where the money came from, with its law; empty for an ordinary payment.
    public let origin: String
    /// How much of the receipt.
    public let amount: Money
    /// Who gets it; the shares add up to the amount.
    public let shares: [DocketShareFacts]

    /// Gathers the facts.
    public init(
        receivedOn: LedgerDate,
        receipt: String,
        debt: String,
        citation: String,
        origin: String = "",
        amount: Money,
        shares: [DocketShareFacts]
    ) {
        self.receivedOn = receivedOn
        self.receipt = receipt
        self.debt = debt
        self.citation = citation
        self.origin = origin
        self.amount = amount
        self.shares = shares
    }
}
