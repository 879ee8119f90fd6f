public import LedgerModel
import LedgerStore

/// An amount that was moved, or would be, with the accounts in words.
public struct RecordedPosting: Hashable, Sendable {
    /// The number of the debt that it is about, if any.
    public let debt: Int16?
    /// The account debited: fund, number, and what it is for.
    public let debit: String
    /// The account credited.
    public let credit: String
    /// How much.
    public let amount: Money
}

extension RecordedPosting {
    init(_ draft: PostingDraft, _ books: StoredBooks) {
        self.init(
            debt: draft.debt,
            debit: books.words(ofAccount: draft.debit),
            credit: books.words(ofAccount: draft.credit),
            amount: draft.amount
        )
    }
}

extension StoredBooks {
    fileprivate func words(ofAccount id: Int32) -> String {
        guard let account = accounts.first(where: { $0.id == id }) else { return "\(id)" }
        let recipient = account.recipientID.flatMap(recipient)
        return [
            fund(account.fundID)?.code, account.number,
            account.role.rawValue.replacing("_", with: " "), recipient?.code,
        ].compactMap(\.self).joined(separator: " ")
    }
}
