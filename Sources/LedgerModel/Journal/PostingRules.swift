/// Which postings each event makes: pure functions from facts to drafts.
///
/// Zero amounts make no posting. A role that the fund lacks is refused with `LG112`.
public enum PostingRules {
    /// A debt is ordered in court.
    public static func debtAssessed(
        _ debt: Int16,
        amount: Money,
        in court: FundAccounts
    ) throws(LedgerRefusal) -> [PostingDraft] {
        var drafts = DraftList(court, debt: debt)
        if court.kind == .custodialFederal {
            try drafts.move(amount, debit: .receivable, credit: .custodialRevenue)
            try drafts.move(amount, debit: .accruedCollections, credit: .uncollected)
        } else {
            try drafts.move(amount, debit: .receivable, credit: .uncollected)
        }
        return drafts.list
    }

    /// Money is received and allocated; `targets` says where each share of a debt goes.
    ///
    /// Refused with `LG305` when a debt has fewer targets than shares.
    public static func collection(
        _ allocation: Allocation,
        targets: (Int16) -> [ShareTarget],
        in court: FundAccounts
    ) throws(LedgerRefusal) -> [PostingDraft] {
        var drafts = DraftList(court)
        for line in allocation.lines where line.applied.isPositive {
            drafts.debt = line.debt
            try drafts.move(line.applied, debit: .undeposited, credit: .receivable)
            try collectShares(line, targets: targets(line.debt), into: &drafts)
            if court.kind == .custodialFederal {
                try drafts.move(
                    line.applied,
                    debit: .collectionsForOthers,
                    credit: .accruedCollections
                )
            }
        }
        drafts.debt = nil
        try drafts.move(allocation.unapplied, debit: .undeposited, credit: .unapplied)
        return drafts.list
    }

    /// Takes back `postings` cent for cent.
    ///
    /// What a bank returned had been brought there, so with `bankOf` it leaves that court's bank
    /// and not its till.
    public static func reversal(
        of postings: [PostingDraft],
        bankOf court: FundAccounts? = nil
    ) throws(LedgerRefusal) -> [PostingDraft] {
        let mirrored = postings.map(\.mirrored)
        guard let court else { return mirrored }
        let (till, bank) = (try court.account(.undeposited), try court.account(.bank))
        return mirrored.map { draft in
            guard draft.credit == till else { return draft }
            return PostingDraft(
                purse: draft.purse,
                debit: draft.debit,
                credit: bank,
                amount: draft.amount,
                debt: draft.debt,
                share: draft.share
            )
        }
    }

    private static func collectShares(
        _ line: Allocation.Line,
        targets: [ShareTarget],
        into drafts: inout DraftList
    ) throws(LedgerRefusal) {
        guard targets.count >= line.shares.count else {
            let detail = "debt \(line.debt): \(targets.count) of \(line.shares.count) shares"
            throw LedgerRefusal(.recipientNotNamed, detail: detail)
        }
        let uncollected = try drafts.accounts.account(.uncollected)
        let purse = drafts.accounts.purse
        for (index, amount) in line.shares.enumerated() {
            drafts.share = Int16(index)
            let target = targets[index]
            drafts.move(amount, debit: uncollected, credit: target.dueToAccount, purse: purse)
            if let own = target.ownFund {
                drafts.move(
                    amount,
                    debit: own.dueFromCourt,
                    credit: own.revenue,
                    purse: own.purse
                )
            }
        }
        drafts.share = nil
    }

    /// The status that new resources take: federal ones wait for apportionment.
    static func spendable(_ fund: FundAccounts) -> AccountRole {
        fund.kind == .federal ? .unapportioned : .available
    }
}
