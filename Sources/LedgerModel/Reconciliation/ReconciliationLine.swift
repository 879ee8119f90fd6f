/// One line of a reconciliation: a balance, or an item that one side does not know yet.
public struct ReconciliationLine: Hashable, Sendable {
    /// The three balances that must agree, and what was there before the first statement.
    public enum Leg: String, CaseIterable, Hashable, Sendable {
        /// What the bank says.
        case bank
        /// What the books say.
        case books
        /// What the cases say.
        case cases
        /// What the bank had before the first statement, less what the books had.
        case start
    }

    /// Which balance it belongs to.
    public let leg: Leg
    /// What it is, such as `deposits_in_transit`.
    public let term: String
    /// The code of the bank account; empty where it is of none.
    public let account: String
    /// What names it.
    public let reference: String
    /// The day on which it counts.
    public let day: LedgerDate?
    /// The bank's type code or the kind of the entry.
    public let kind: String
    /// What either side says of it.
    public let text: String
    /// What it adds to its balance.
    public let amount: Money
    /// The last signed day before which the bank dates it, when it came too late for that period.
    public let lateFor: LedgerDate?

    /// Gathers the facts.
    public init(
        leg: Leg,
        term: String,
        account: String = "",
        reference: String = "",
        day: LedgerDate? = nil,
        kind: String = "",
        text: String = "",
        amount: Money,
        lateFor: LedgerDate? = nil
    ) {
        self.leg = leg
        self.term = term
        self.account = account
        self.reference = reference
        self.day = day
        self.kind = kind
        self.text = text
        self.amount = amount
        self.lateFor = lateFor
    }
}
