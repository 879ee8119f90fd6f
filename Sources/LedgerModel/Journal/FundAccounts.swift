/// The accounts and the purse of one fund, as the postings need them.
public struct FundAccounts: Hashable, Sendable {
    /// The kind of the fund, which decides which postings an event makes.
    public let kind: FundKind

    /// The purse in which the event happens.
    public let purse: Int32

    /// Account identities by the position of their role; nil where the fund has none.
    private let accounts: [Int32?]

    /// Makes the accounts of one fund from role to account identity.
    public init(kind: FundKind, purse: Int32, accounts: [AccountRole: Int32]) {
        self.kind = kind
        self.purse = purse
        var list = [Int32?](repeating: nil, count: AccountRole.allCases.count)
        for (role, account) in accounts { list[role.index] = account }
        self.accounts = list
    }

    /// The account in `role`, or `LG112` when the fund has none.
    public func account(_ role: AccountRole) throws(LedgerRefusal) -> Int32 {
        guard let account = accounts[role.index] else {
            throw LedgerRefusal(.accountRoleMissing, detail: role.rawValue)
        }
        return account
    }
}
