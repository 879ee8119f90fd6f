/// A debt as a payment meets it: what is owed, its place in the order, who holds what.
public struct OpenDebt: Hashable, Sendable {
    /// The number of the debt within its docket.
    public let number: Int16

    /// What kind of item was ordered.
    public let kind: DebtKind

    /// The place in the payment order stored with the judgment; lower is paid first.
    public let rank: Int16

    /// Whether the debt may be paid only once every gating debt is.
    public let isGated: Bool

    /// Whether gated debts wait for this one.
    public let isGating: Bool

    /// What is owed in all: what the court ordered and what was changed since; of a joint debt,
    /// as far as its claim is open.
    public let owed: Money

    /// What was applied so far.
    public let applied: Money

    /// How the money of the debt is divided.
    public let plan: SharePlan

    /// What each share of the plan has received so far.
    public let held: [Money]

    /// The statute under which the debt was ordered.
    public let citation: String

    /// Makes an open debt.
    public init(
        number: Int16,
        kind: DebtKind,
        rank: Int16,
        isGated: Bool,
        isGating: Bool,
        owed: Money,
        applied: Money,
        plan: SharePlan,
        held: [Money],
        citation: String
    ) {
        self.number = number
        self.kind = kind
        self.rank = rank
        self.isGated = isGated
        self.isGating = isGating
        self.owed = owed
        self.applied = applied
        self.plan = plan
        self.held = held
        self.citation = citation
    }
}
