package import LedgerModel

/// The books of the bound jurisdiction, read once: what is stored of them never changes.
package struct StoredBooks: Sendable {
    package let jurisdiction: JurisdictionRow
    package let funds: [FundRow]
    package let purses: [PurseRow]
    package let recipients: [RecipientRow]
    package let authorities: [AuthorityRow]
    package let accounts: [AccountRow]

    /// The court's own fund when only one collects.
    package var custodialFunds: [FundRow] { funds.filter(\.kind.isCustodial) }

    package func fund(_ id: Int32) -> FundRow? { funds.first { $0.id == id } }

    package func purse(_ id: Int32) -> PurseRow? { purses.first { $0.id == id } }

    package func recipient(_ id: Int32) -> RecipientRow? { recipients.first { $0.id == id } }

    package func authority(_ id: Int32) -> AuthorityRow? { authorities.first { $0.id == id } }

    /// The accounts of a purse's fund, by role; due-to accounts have a recipient instead.
    package func accounts(in purse: PurseRow) throws(LedgerRefusal) -> FundAccounts {
        guard let fund = fund(purse.fundID) else {
            throw LedgerRefusal(.fundUnknown, detail: "fund \(purse.fundID)")
        }
        var byRole: [AccountRole: Int32] = [:]
        for account in accounts where account.fundID == fund.id && account.recipientID == nil {
            byRole[account.role] = account.id
        }
        return FundAccounts(kind: fund.kind, purse: purse.id, accounts: byRole)
    }

    /// The court's liability account for a recipient.
    package func dueTo(_ recipient: Int32, in fund: Int32) throws(LedgerRefusal) -> Int32 {
        let account = accounts.first {
            $0.fundID == fund && $0.recipientID == recipient && $0.role == .dueTo
        }
        guard let account else {
            throw LedgerRefusal(.accountRoleMissing, detail: "due to recipient \(recipient)")
        }
        return account.id
    }
}
