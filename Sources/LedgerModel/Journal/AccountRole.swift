/// What an account does in the postings, whatever its number and name.
public enum AccountRole: String, CaseIterable, Hashable, Sendable, Codable {
    /// Money received and not yet banked.
    case undeposited
    /// Money in the court's bank or Treasury account.
    case bank
    /// What offenders still owe.
    case receivable
    /// The other side of what is owed and not yet collected.
    case uncollected
    /// Money received that no debt has claimed.
    case unapplied
    /// Money that a payer gets back after a conviction was vacated.
    case refundPayable = "refund_payable"
    /// What the general account advanced for refunds of money that recipients had been sent.
    case refundAdvance = "refund_advance"
    /// The money of checks that nobody cashed.
    case unclaimed
    /// Money collected for one recipient.
    case dueTo = "due_to"
    /// Penalties ordered, as the federal custodial statement shows them.
    case custodialRevenue = "custodial_revenue"
    /// What will be collected for others, federal.
    case accruedCollections = "accrued_collections"
    /// What was collected for others, federal.
    case collectionsForOthers = "collections_for_others"
    /// What a till held beyond what was expected (credit), or short of it (debit).
    case cashOverShort = "cash_over_short"
    /// What banks charged, until the general account makes it good.
    case bankFees = "bank_fees"
    /// What banks paid for money lying there, until it goes where the law has it.
    case bankInterest = "bank_interest"
    /// A fund's own money.
    case cash
    /// What the collecting court has taken in and not yet sent.
    case dueFromCourt = "due_from_court"
    /// A fund's receipts by law.
    case revenue
    /// What a fund has spent.
    case expenditure
    /// Budgetary: what the law has given the fund to spend.
    case resources
    /// Budgetary: not yet apportioned.
    case unapportioned
    /// Budgetary: apportioned and not yet allotted.
    case apportioned
    /// Budgetary: free to award.
    case available
    /// Budgetary: awarded and not yet paid.
    case obligated
    /// Budgetary: paid.
    case expended

    /// The position in ``FundAccounts``, where looking up by name would cost too much.
    var index: Int {
        switch self {
        case .undeposited: 0
        case .bank: 1
        case .receivable: 2
        case .uncollected: 3
        case .unapplied: 4
        case .dueTo: 5
        case .custodialRevenue: 6
        case .accruedCollections: 7
        case .collectionsForOthers: 8
        case .cash: 9
        case .dueFromCourt: 10
        case .revenue: 11
        case .expenditure: 12
        case .resources: 13
        case .unapportioned: 14
        case .apportioned: 15
        case .available: 16
        case .obligated: 17
        case .expended: 18
        case .cashOverShort: 19
        case .refundPayable: 20
        case .refundAdvance: 21
        case .unclaimed: 22
        case .bankFees: 23
        case .bankInterest: 24
        }
    }
}
