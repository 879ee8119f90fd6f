/// How long an open line of a bank account counts as under way.
public struct ClearingWindow: Hashable, Sendable {
    /// The kinds of lines that have windows of their own.
    public enum Kind: String, CaseIterable, Hashable, Sendable {
        /// Money the books brought to the bank.
        case deposit
        /// A check the books drew.
        case check
        /// Any other payment of the books.
        case payment
        /// Money that the bank took in.
        case bankCredit = "bank_credit"
        /// Money that the bank paid out.
        case bankDebit = "bank_debit"
    }

    /// The code of the bank account.
    public let account: String
    /// Which lines.
    public let kind: Kind
    /// For how many banking days.
    public let days: Int
    /// Whether the court chose them.
    public let isSet: Bool

    /// Describes a window.
    public init(_ account: String, _ kind: Kind, days: Int, isSet: Bool = true) {
        self.account = account
        self.kind = kind
        self.days = days
        self.isSet = isSet
    }
}
