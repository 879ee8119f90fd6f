extension PostingRules {
    /// A fund receives money from outside its jurisdiction.
    public static func fundReceipt(
        _ amount: Money,
        in fund: FundAccounts
    ) throws(LedgerRefusal) -> [PostingDraft] {
        var drafts = DraftList(fund)
        try drafts.move(amount, debit: .cash, credit: .revenue)
        try drafts.move(amount, debit: .resources, credit: spendable(fund))
        return drafts.list
    }

    /// Unapportioned federal resources are apportioned and allotted; `LG112` in any other fund.
    public static func allotment(
        _ amount: Money,
        in fund: FundAccounts
    ) throws(LedgerRefusal) -> [PostingDraft] {
        var drafts = DraftList(fund)
        try drafts.move(amount, debit: .unapportioned, credit: .apportioned)
        try drafts.move(amount, debit: .apportioned, credit: .available)
        return drafts.list
    }

    /// A grant is awarded: what was available is obligated.
    public static func award(
        _ amount: Money,
        in fund: FundAccounts
    ) throws(LedgerRefusal) -> [PostingDraft] {
        var drafts = DraftList(fund)
        try drafts.move(amount, debit: .available, credit: .obligated)
        return drafts.list
    }

    /// A draw on an award is paid.
    public static func disbursement(
        _ amount: Money,
        in fund: FundAccounts
    ) throws(LedgerRefusal) -> [PostingDraft] {
        var drafts = DraftList(fund)
        try drafts.move(amount, debit: .expenditure, credit: .cash)
        try drafts.move(amount, debit: .obligated, credit: .expended)
        return drafts.list
    }

    /// The undrawn part of an award becomes available again.
    public static func deobligation(
        _ amount: Money,
        in fund: FundAccounts
    ) throws(LedgerRefusal) -> [PostingDraft] {
        var drafts = DraftList(fund)
        try drafts.move(amount, debit: .obligated, credit: .available)
        return drafts.list
    }
}
