/// One amount to be moved from a credited to a debited account within a purse.
public struct PostingDraft: Hashable, Sendable {
    /// The purse within which the amount moves.
    public let purse: Int32

    /// The account debited.
    public let debit: Int32

    /// The account credited.
    public let credit: Int32

    /// The amount, more than zero.
    public let amount: Money

    /// The number of the debt that the posting is about, if any.
    public let debt: Int16?

    /// The number of the share of that debt, if any.
    public let share: Int16?

    /// Makes a draft.
    public init(
        purse: Int32,
        debit: Int32,
        credit: Int32,
        amount: Money,
        debt: Int16? = nil,
        share: Int16? = nil
    ) {
        self.purse = purse
        self.debit = debit
        self.credit = credit
        self.amount = amount
        self.debt = debt
        self.share = share
    }

    /// The same amount moved back.
    public var mirrored: PostingDraft {
        PostingDraft(
            purse: purse,
            debit: credit,
            credit: debit,
            amount: amount,
            debt: debt,
            share: share
        )
    }
}
