/// What an account measures.
public enum AccountClass: String, CaseIterable, Hashable, Sendable, Codable {
    /// What the fund has or is owed.
    case asset
    /// What the fund owes.
    case liability
    /// Money expected that belongs to a later time.
    case deferredInflow = "deferred_inflow"
    /// What is left of earlier years.
    case fundBalance = "fund_balance"
    /// Money earned.
    case revenue
    /// Money spent.
    case expenditure
    /// Money from another fund.
    case transferIn = "transfer_in"
    /// Money to another fund or held for others.
    case transferOut = "transfer_out"
    /// Authority to spend, in the budgetary set.
    case budgetary
}

/// Which self-balancing set of accounts an account belongs to.
public enum AccountSet: String, CaseIterable, Hashable, Sendable, Codable {
    /// Assets, liabilities, revenue and expenditure.
    case proprietary
    /// Resources and their status.
    case budgetary
}

/// The side on which an account normally stands.
public enum NormalSide: String, CaseIterable, Hashable, Sendable, Codable {
    /// The left side.
    case debit
    /// The right side.
    case credit
}
