import LedgerModel

/// The words of a term of a reconciliation.
struct ReconciliationTerm {
    let name: String
    let words: String
    var isBalance = false

    /// The terms that are lists of items, in the order of the form.
    static let items = [
        ReconciliationTerm(name: "deposits_in_transit", words: "Deposits in transit"),
        ReconciliationTerm(name: "outstanding_checks", words: "Outstanding checks"),
        ReconciliationTerm(name: "outstanding_payments", words: "Outstanding payments"),
        ReconciliationTerm(name: "bank_errors", words: "Errors of the bank"),
        ReconciliationTerm(name: "not_in_books", words: "Not in the books yet"),
        ReconciliationTerm(name: "book_errors", words: "Errors of the books"),
        ReconciliationTerm(name: "matched_in_part", words: "Matched in part"),
    ]

    /// What came before the first statement, and what is missing since.
    static let starts = [
        ReconciliationTerm(name: "bank_at_start", words: "Bank before the first statement"),
        ReconciliationTerm(name: "books_at_start", words: "Books before the first statement"),
        ReconciliationTerm(name: "statements_missing", words: "Missing between statements"),
    ]

    private static let bank = [
        ReconciliationTerm(name: "bank_closing", words: "Balance of the bank", isBalance: true)
    ]

    private static let books = [
        ReconciliationTerm(name: "ledger_cash", words: "Balance of the books", isBalance: true)
    ]

    private static let cases = [
        ReconciliationTerm(name: "unapplied", words: "Unapplied receipts", isBalance: true),
        ReconciliationTerm(name: "held", words: "Shares held", isBalance: true),
        ReconciliationTerm(
            name: "split_not_remitted",
            words: "Shares split and not remitted",
            isBalance: true
        ),
        ReconciliationTerm(name: "unclaimed", words: "Unclaimed checks", isBalance: true),
        ReconciliationTerm(name: "refund_payable", words: "Refunds payable", isBalance: true),
        ReconciliationTerm(name: "refund_advance", words: "Advanced for refunds", isBalance: true),
        ReconciliationTerm(name: "bank_interest", words: "Bank interest", isBalance: true),
        ReconciliationTerm(name: "revenue", words: "Receipts of the fund", isBalance: true),
        ReconciliationTerm(name: "expenditure", words: "Spent by the fund", isBalance: true),
        ReconciliationTerm(name: "due_from_court", words: "Due from the court", isBalance: true),
        ReconciliationTerm(name: "undeposited", words: "Still in the drawer", isBalance: true),
        ReconciliationTerm(name: "cash_over_short", words: "Cash over and short", isBalance: true),
        ReconciliationTerm(name: "bank_fees", words: "Bank fees to be made good", isBalance: true),
    ]

    /// The terms of a balance, zeros shown; of the cases those that the fund has.
    static func terms(
        of leg: ReconciliationLine.Leg,
        in lines: [ReconciliationLine]
    ) -> [ReconciliationTerm] {
        switch leg {
        case .bank: bank + items.prefix(4)
        case .books: books + items.suffix(3)
        case .cases:
            cases.filter { term in lines.contains { $0.leg == leg && $0.term == term.name } }
                + items.suffix(3)
        case .start: starts
        }
    }
}
