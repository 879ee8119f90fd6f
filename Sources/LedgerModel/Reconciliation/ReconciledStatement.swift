/// A statement in the chain of its account, and what the books had on its last day.
public struct ReconciledStatement: Hashable, Sendable {
    /// The code of the bank account.
    public let account: String
    /// The bank's number of the statement; empty where it gives none.
    public let sequence: String
    /// Its last day.
    public let day: LedgerDate?
    /// The closing balance of the statement before it.
    public let previousClosing: Money?
    /// What it opens with.
    public let opening: Money?
    /// What its entries come to.
    public let entries: Money
    /// What it closes with.
    public let closing: Money?
    /// What the books had at the end of its last day.
    public let books: Money

    /// Gathers the facts.
    public init(
        account: String,
        sequence: String,
        day: LedgerDate?,
        previousClosing: Money?,
        opening: Money?,
        entries: Money,
        closing: Money?,
        books: Money
    ) {
        self.account = account
        self.sequence = sequence
        self.day = day
        self.previousClosing = previousClosing
        self.opening = opening
        self.entries = entries
        self.closing = closing
        self.books = books
    }
}
