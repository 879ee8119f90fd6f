public import LedgerModel

/// One ledger line of one journal entry.
public struct ActivityLine: Sendable, Hashable {
    /// The number of the entry.
    public let entry: Int64
    /// The day in the world.
    public let effectiveOn: LedgerDate
    /// The day on which it is in the books.
    public let postedOn: LedgerDate
    /// The kind of the entry.
    public let kind: String
    /// The memo, if any.
    public let memo: String?
    /// The number of the account.
    public let account: String
    /// The purse: purpose and year of availability.
    public let purse: String
    /// The amount when it is a debit, else zero.
    public let debit: Money
    /// The amount when it is a credit, else zero.
    public let credit: Money

    /// Gathers the facts.
    public init(
        entry: Int64,
        effectiveOn: LedgerDate,
        postedOn: LedgerDate,
        kind: String,
        memo: String?,
        account: String,
        purse: String,
        debit: Money,
        credit: Money
    ) {
        self.entry = entry
        self.effectiveOn = effectiveOn
        self.postedOn = postedOn
        self.kind = kind
        self.memo = memo
        self.account = account
        self.purse = purse
        self.debit = debit
        self.credit = credit
    }
}
