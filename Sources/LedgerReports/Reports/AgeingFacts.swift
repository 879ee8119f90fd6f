public import LedgerModel

/// What waits of one part of a fund's books, by its age.
public struct AgeingFacts: Sendable, Hashable {
    /// What it is that waits.
    public enum Part: String, Sendable, Hashable, CaseIterable {
        /// What is owed, since it was due.
        case receivable
        /// Money that no debt has claimed, since its receipt.
        case suspense
        /// Shares that may not be sent yet, since their receipt.
        case held
        /// Checks that are not void, since they were drawn.
        case check
    }

    /// The code of the court's fund.
    public let fund: String
    /// The name of the fund.
    public let fundName: String
    /// What it is that waits.
    public let part: Part
    /// The citation of the statute; empty for what is no debt.
    public let citation: String
    /// What kind of debt; empty for what is none.
    public let debtKind: String
    /// Current; 1 to 30, 31 to 60, 61 to 90 and 91 to 365 days; over a year.
    public let buckets: [Money]
    /// Of suspense, what waits longer than the court's policy has it.
    public let late: Money

    /// Gathers the facts.
    public init(
        fund: String,
        fundName: String,
        part: Part,
        citation: String,
        debtKind: String,
        buckets: [Money],
        late: Money
    ) {
        self.fund = fund
        self.fundName = fundName
        self.part = part
        self.citation = citation
        self.debtKind = debtKind
        self.buckets = buckets
        self.late = late
    }
}
