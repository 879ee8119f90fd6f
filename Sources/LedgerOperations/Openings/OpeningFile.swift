/// A file of a fund's history as another system gives it.
public enum OpeningFile: String, CaseIterable, Hashable, Sendable {
    /// The debts that were ordered, with what each recipient holds of them.
    case debts
    /// Receipts whose money has not been banked; the recipients hold it already.
    case receipts
    /// Money received that no debt has taken.
    case unapplied
    /// Checks drawn that no bank has paid.
    case checks
    /// The old system's trial balance at the end of the day of the cut-over.
    case trialBalance = "trial_balance"
    /// How many lines each file has and what its amounts come to.
    case controls

    /// The name that the file has in its folder.
    public var name: String { "\(rawValue).csv" }

    /// Whether there is no opening without it.
    public var isRequired: Bool { [.debts, .trialBalance, .controls].contains(self) }

    var requiredColumns: [String] {
        switch self {
        case .debts: ["docket", "judgment_date", "rule", "ordered"]
        case .receipts: ["docket", "number", "date", "amount"]
        case .unapplied: ["number", "date", "amount"]
        case .checks: ["number", "payable_to", "date", "amount"]
        case .trialBalance: ["account", "debit", "credit"]
        case .controls: ["file", "measure", "count", "sum"]
        }
    }

    var optionalColumns: [String] {
        switch self {
        case .debts:
            [
                "grade", "counts", "priors", "entity", "payment_order", "losses", "held", "sent",
            ]
        case .receipts: ["method", "source", "payer_reference"]
        case .unapplied: ["docket", "method", "source", "payer_reference", "deposited"]
        case .checks: ["kind"]
        case .trialBalance: ["recipient", "name"]
        case .controls: []
        }
    }

    /// The columns of amounts for which the old system states a sum.
    var measures: [String] {
        switch self {
        case .debts: ["ordered", "held", "sent"]
        case .receipts, .unapplied, .checks: ["amount"]
        case .trialBalance: ["debit", "credit"]
        case .controls: []
        }
    }
}
