public import LedgerModel

/// One ledger line of one account.
public struct RunningLine: Sendable, Hashable {
    /// The day in the world.
    public let effectiveOn: LedgerDate
    /// The number of the journal entry.
    public let entry: Int64
    /// The kind of the entry.
    public let kind: String
    /// The memo or the reference of the docket.
    public let memo: String?
    /// The amount when it is a debit, else zero.
    public let debit: Money
    /// The amount when it is a credit, else zero.
    public let credit: Money

    /// Gathers the facts.
    public init(
        effectiveOn: LedgerDate,
        entry: Int64,
        kind: String,
        memo: String?,
        debit: Money,
        credit: Money
    ) {
        self.effectiveOn = effectiveOn
        self.entry = entry
        self.kind = kind
        self.memo = memo
        self.debit = debit
        self.credit = credit
    }
}
