/// A period of an account that two persons signed.
public struct SignedPeriod: Hashable, Sendable {
    /// The number of its entry; nil while it is not sealed.
    public let number: Int64?
    /// The codes of the bank accounts.
    public let account: String
    /// The code of the fund.
    public let fund: String
    /// The last day of the period before it; nil for the first.
    public let followsOn: LedgerDate?
    /// Its last day.
    public let through: LedgerDate
    /// Who prepared it.
    public let preparedBy: String
    /// Who reviewed it.
    public let reviewedBy: String
    /// The adjusted balance of the bank.
    public let bank: Money
    /// The adjusted balance of the books.
    public let books: Money
    /// The adjusted balance of the cases.
    public let cases: Money
    /// What their difference is, where there is one.
    public let reason: String?
    /// How many statement lines, book lines and matches it covers.
    public let counts: [Int64]
    /// SHA-256 of everything that was signed, in hexadecimal digits.
    public let digest: String
    /// Whether what was signed still has that digest; nil after a reopening.
    public let isUnchanged: Bool?
    /// Who reopened it; nil while it is in force.
    public let reopenedBy: String?
    /// Why.
    public let reopenedReason: String?

    /// Gathers the facts.
    public init(
        number: Int64?,
        account: String,
        fund: String,
        followsOn: LedgerDate?,
        through: LedgerDate,
        preparedBy: String,
        reviewedBy: String,
        bank: Money,
        books: Money,
        cases: Money,
        reason: String?,
        counts: [Int64],
        digest: String,
        isUnchanged: Bool?,
        reopenedBy: String?,
        reopenedReason: String?
    ) {
        self.number = number
        self.account = account
        self.fund = fund
        self.followsOn = followsOn
        self.through = through
        self.preparedBy = preparedBy
        self.reviewedBy = reviewedBy
        self.bank = bank
        self.books = books
        self.cases = cases
        self.reason = reason
        self.counts = counts
        self.digest = digest
        self.isUnchanged = isUnchanged
        self.reopenedBy = reopenedBy
        self.reopenedReason = reopenedReason
    }
}
