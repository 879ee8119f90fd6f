/// The drafts of one event as they are gathered.
struct DraftList {
    let accounts: FundAccounts
    var debt: Int16?
    var share: Int16?
    private(set) var list: [PostingDraft] = []

    init(_ accounts: FundAccounts, debt: Int16? = nil) {
        self.accounts = accounts
        self.debt = debt
    }

    /// Moves `amount` between two roles of the fund.
    mutating func move(
        _ amount: Money,
        debit: AccountRole,
        credit: AccountRole
    ) throws(LedgerRefusal) {
        try move(
            amount,
            debit: accounts.account(debit),
            credit: accounts.account(credit),
            purse: accounts.purse
        )
    }

    /// Moves `amount` between two accounts of `purse`; nothing when it is zero.
    mutating func move(_ amount: Money, debit: Int32, credit: Int32, purse: Int32) {
        guard amount != .zero else { return }
        list.append(
            PostingDraft(
                purse: purse,
                debit: debit,
                credit: credit,
                amount: amount,
                debt: debt,
                share: share
            )
        )
    }
}
