package import LedgerModel

/// A line of the books of one account: what an entry moved, and the name that the entry has.
package struct BookLine: Sendable {
    /// What kind of entry it is.
    package enum Form: Sendable {
        /// Brought to the bank under a ticket.
        case deposit(ticket: String)
        /// Brought to the bank under a ticket that nobody else names; the receipt has a number.
        case receipt(ticket: String, number: String, payer: String?)
        /// Drawn on the account.
        case check(number: Int64)
        /// What came back of the line at this place of the account.
        case reversal(of: Int)
    }

    package let group: Int
    package let day: LedgerDate
    /// Above zero into the account.
    package let cents: Int64
    package let form: Form
}

/// A line of the bank.
package struct BankLine: Sendable {
    package let group: Int
    package let day: LedgerDate
    package let cents: Int64
    package let text: String
}

/// What belongs together: the truth, which the matching never sees.
package struct TrueGroup: Sendable {
    package var event: CourtEvent
    /// Whether it was left as it happened, none of its lines taken away or put elsewhere.
    package var isWhole = true

    /// Whether a person who has both sides could match it.
    package var isMatchable: Bool { isWhole && event.isKnowable }
}
