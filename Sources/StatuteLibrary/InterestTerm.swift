package import LedgerModel

/// When a debt bears interest by law, and how.
package struct InterestTerm: Hashable, Sendable {
    /// What becomes of a first day on which nobody can pay.
    package enum Counting: String, CaseIterable, Hashable, Sendable {
        /// It moves to the next day that is neither a weekend nor a federal holiday.
        case federalBusinessDay = "federal_business_day"
    }

    /// Where the rate comes from.
    package enum Rate: String, CaseIterable, Hashable, Sendable {
        /// Published for the week before the first day of interest, and fixed from then on.
        case fixedPerJudgment = "fixed_per_judgment"
    }

    /// Only a debt of more than this bears interest.
    package let over: Money

    /// The first day of interest, counted from the day after judgment as day 1; what is paid in
    /// full before it bears none.
    package let fromDay: Int

    package let counting: Counting
    package let rate: Rate
    package let citation: String
}
