package import LedgerModel

/// Which account and which time a statement is about, and what the account held.
package struct StatementHeader: Hashable, Sendable {
    /// The account, as the bank writes it.
    package var account: String
    /// The currency of the account, three letters; `XXX` where the file names none.
    package var currency: String
    /// What the sender calls this statement.
    package var identity: String
    /// Its number among the statements of the account.
    package var sequence: String?
    package var opening: StatementBalance?
    package var closing: StatementBalance?
    /// The first day that it covers.
    package var from: LedgerDate?
    /// The last day that it covers.
    package var to: LedgerDate?
    /// Other balances and summaries that the bank reports, by its own code.
    package var reported: [ReportedAmount] = []
    /// Whether it was made before the books of the day were closed, or repeats entries of a
    /// statement: what it tells will stand in a statement too.
    package var isInterim = false
    /// What the bank says about the statement as a whole.
    package var text = ""

    package init(account: String, currency: String, identity: String) {
        self.account = account
        self.currency = currency
        self.identity = identity
    }
}

/// What an account held at the end of a day.
package struct StatementBalance: Hashable, Sendable {
    /// In minor units; below zero when overdrawn.
    package var amountMinor: Int64
    /// As a rule the account's; where it is not, the balance cannot be compared with the lines.
    package var currency: String
    package var on: LedgerDate?

    package init(amountMinor: Int64, currency: String, on: LedgerDate?) {
        self.amountMinor = amountMinor
        self.currency = currency
        self.on = on
    }
}

/// An amount that the bank reports about the account beside its two balances.
package struct ReportedAmount: Hashable, Sendable {
    package var code: String
    package var amountMinor: Int64
    /// How many items it sums up, where the bank says so.
    package var count: Int64?
}
