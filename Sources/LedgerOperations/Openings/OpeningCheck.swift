import LedgerModel
import LedgerStore

/// A check that another system drew and no bank has paid.
struct OpeningCheck: Sendable {
    let line: Int
    let number: Int64
    /// A recipient's code or a token, never a name.
    let payableTo: String
    let issuedOn: LedgerDate
    let amount: Money
    let kind: String?

    init(_ record: OpeningRecord, cutOver: LedgerDate) throws(OpeningFault) {
        line = record.line
        number = try record.number("number", usually: nil, in: 1...Int64.max)
        payableTo = try record.requiredText("payable_to")
        issuedOn = try record.date("date", notAfter: cutOver)
        amount = try record.positiveAmount("amount")
        kind = try record.text("kind")
    }
}

/// What an account had by the old trial balance, debits less credits.
struct OpeningBalance: Sendable {
    let line: Int
    let account: Int32
    let debit: Money
    let credit: Money

    init(_ record: OpeningRecord, _ books: OpeningBooks) throws(OpeningFault) {
        line = record.line
        let (name, recipient) = (try record.requiredText("account"), try record.text("recipient"))
        guard let account = books.account(name, recipient: recipient) else {
            throw record.fault(
                "account",
                reason: "fund \(books.fund.code) has no account "
                    + [name, recipient].compactMap(\.self).joined(separator: " for ")
            )
        }
        self.account = account
        debit = try record.amount("debit")
        credit = try record.amount("credit")
    }
}
