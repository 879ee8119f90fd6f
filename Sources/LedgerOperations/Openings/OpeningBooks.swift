import LedgerModel
import LedgerStore
import StatuteLibrary

/// The fund that is opened and what its lines are read against.
struct OpeningBooks: Sendable {
    let books: StoredBooks
    let library: StatuteLibrary
    let fund: FundRow
    let cutOver: LedgerDate
    private let recipients: [String: RecipientRow]
    private let dueTo: [Int32: Int32]
    private let accounts: [String: Int32]

    init(
        _ books: StoredBooks,
        _ library: StatuteLibrary,
        fund: FundRow,
        cutOver: LedgerDate
    ) {
        self.books = books
        self.library = library
        self.fund = fund
        self.cutOver = cutOver
        let codes = Dictionary(uniqueKeysWithValues: books.recipients.map { ($0.id, $0.code) })
        recipients = Dictionary(uniqueKeysWithValues: books.recipients.map { ($0.code, $0) })
        var dueTo: [Int32: Int32] = [:]
        var accounts: [String: Int32] = [:]
        for account in books.accounts where account.fundID == fund.id {
            accounts[account.number] = account.id
            let recipient = account.recipientID.flatMap { codes[$0] } ?? ""
            accounts["\(account.role.rawValue)/\(recipient)"] = account.id
            if let id = account.recipientID, account.role == .dueTo { dueTo[id] = account.id }
        }
        self.dueTo = dueTo
        self.accounts = accounts
    }

    /// The account of a number, or of a role and, if it is for one, its recipient.
    func account(_ name: String, recipient: String?) -> Int32? {
        recipient == nil
            ? accounts[name] ?? accounts["\(name)/"] : accounts["\(name)/\(recipient ?? "")"]
    }

    /// A share plan with its accounts in the books of the fund.
    func item(_ plan: SharePlan) throws(LedgerRefusal) -> PlanItem {
        var due: [Int32] = []
        var own: [Int32] = []
        for share in plan.shares {
            guard let recipient = recipients[share.recipient] else {
                throw LedgerRefusal(.recipientUnknown, detail: share.recipient)
            }
            guard let account = dueTo[recipient.id] else {
                throw LedgerRefusal(.accountRoleMissing, detail: "due to \(share.recipient)")
            }
            due.append(account)
            own.append(recipient.ownPurseID ?? 0)
        }
        return PlanItem(plan, due: due, own: own)
    }

    /// How a rule shares money where its judgment names nobody itself.
    func plan(
        of rule: StatuteRule,
        losses: [(name: String, amount: Money)]
    ) throws(LedgerRefusal) -> SharePlan {
        guard losses.isEmpty else {
            return try Restitution(victims: losses.map { PayeeLoss($0.name, $0.amount) }).plan()
        }
        let named = Set(rule.shares.filter { $0.division == .byJudgment }.map(\.role))
        let usual = books.recipientsByRole.filter { !named.contains($0.key) }
        return try rule.sharePlan(resolving: usual)
    }
}
