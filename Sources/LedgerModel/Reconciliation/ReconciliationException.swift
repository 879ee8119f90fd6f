/// A line or a fact that nobody has explained at the end of a day.
public struct ReconciliationException: Hashable, Sendable {
    /// What kind of thing it is; of two that fit, the one that says more.
    public enum Kind: String, CaseIterable, Hashable, Sendable {
        /// One side only, within the days that its kind of line needs.
        case timing
        /// In the books, and the bank should have shown it by now.
        case missingInBank = "missing_in_bank"
        /// At the bank, and the books should have it by now.
        case missingInBooks = "missing_in_books"
        /// Both sides by the same reference, with different amounts.
        case amountDiffers = "amount_differs"
        /// Looks like another line or receipt.
        case duplicateSuspect = "duplicate_suspect"
        /// More than one line of the other side would fit.
        case ambiguous
        /// The bank sent a deposited item back.
        case returned
        /// Money that nobody can name.
        case unidentifiedReceipt = "unidentified_receipt"
        /// A file or statement whose own controls do not hold.
        case controlFailed = "control_failed"
        /// A check that was not cashed within the days of the court.
        case staleCheck = "stale_check"
        /// What the bank says differs from what the books say, all known items taken in.
        case bankUnlikeBooks = "bank_unlike_books"
        /// What the cases say differs from what the books say.
        case casesUnlikeBooks = "cases_unlike_books"
        /// Receipt numbers are missing.
        case receiptNumberGap = "receipt_number_gap"
        /// A deposit of another sum than its receipts.
        case depositUnlikeReceipts = "deposit_unlike_receipts"
        /// Receipts that were not brought to the bank in time.
        case depositLate = "deposit_late"
        /// A receipt voided by the person who took it.
        case voidWithoutApproval = "void_without_approval"
        /// A docket or debt from which more was taken than it holds.
        case negativeCaseBalance = "negative_case_balance"
        /// A receipt whose parts come to another sum.
        case splitUnlikeReceipt = "split_unlike_receipt"
        /// Money that was to be sent on by an earlier day.
        case remittanceLate = "remittance_late"
        /// A gated debt paid while a debt that comes before it was open (18 U.S.C. 3014(b)).
        case paidWhileGated = "paid_while_gated"
        /// Money that no debt has claimed for longer than the court has it.
        case suspenseOld = "suspense_old"
    }

    /// How an exception ended, or what a person says it is.
    public enum Resolution: String, CaseIterable, Hashable, Sendable {
        /// The bank has to put it right; a listed item of the bank's balance until then.
        case bankError = "bank_error"
        /// The books have to put it right; a listed item of the books' balance until then.
        case bookError = "book_error"
        /// Looked into, and in order; it is shown no more.
        case explained
    }

    /// Its name, the same on every day, such as `bank-120.4`.
    public let name: String
    /// What kind of thing it is.
    public let kind: Kind
    /// The code of the bank account; empty where it is of no account.
    public let account: String
    /// The code of the fund; empty where it is of none.
    public let fund: String
    /// The day of the money.
    public let since: LedgerDate
    /// The day on which the ledger first saw it.
    public let seenOn: LedgerDate
    /// Banking days since the day of the money.
    public let age: Int
    /// Banking days since the ledger saw it.
    public let seenAge: Int
    /// The amount; above zero into the account.
    public let amount: Money
    /// What it is about.
    public let detail: String
    /// The login that sees to it, or the role whose job it is.
    public let owner: String
    /// By when it is to be cleared.
    public let dueOn: LedgerDate
    /// Whether that day has passed.
    public let isOverdue: Bool
    /// What a person said it is; nil while nobody did.
    public let resolution: Resolution?
    /// Why.
    public let reason: String?

    /// The classes of age, in banking days.
    public static let ages = [0...2, 3...5, 6...10, 11...30, 31...60, 61...Int.max]

    /// Gathers the facts.
    public init(
        name: String,
        kind: Kind,
        account: String,
        fund: String,
        since: LedgerDate,
        seenOn: LedgerDate,
        age: Int,
        seenAge: Int,
        amount: Money,
        detail: String,
        owner: String,
        dueOn: LedgerDate,
        isOverdue: Bool,
        resolution: Resolution? = nil,
        reason: String? = nil
    ) {
        self.name = name
        self.kind = kind
        self.account = account
        self.fund = fund
        self.since = since
        self.seenOn = seenOn
        self.age = age
        self.seenAge = seenAge
        self.amount = amount
        self.detail = detail
        self.owner = owner
        self.dueOn = dueOn
        self.isOverdue = isOverdue
        self.resolution = resolution
        self.reason = reason
    }
}
