package import LedgerModel

/// One recipient of a statute's money, by role.
package struct ShareClause: Hashable, Sendable {
    /// How much of the money the clause gives.
    package enum Part: Hashable, Sendable {
        /// Parts of a million of the whole.
        case percent(Int64)
        /// A fixed amount.
        case amount(Money)
        /// A weight relative to the other components.
        case component(Int64)
        /// Whatever the fixed amounts leave.
        case remainder
    }

    /// How several recipients in one role divide the part.
    package enum Division: String, CaseIterable, Hashable, Sendable {
        /// One recipient has the role.
        case single
        /// Equally among all who have the role.
        case equal
        /// By the weights that the judgment gives.
        case byJudgment = "by_judgment"
    }

    /// The role, resolved in each case.
    package let role: String

    /// The part of the money.
    package let part: Part

    /// How several recipients divide it.
    package let division: Division

    /// The role that takes the part when nobody has the first one.
    package let fallback: String?
}

/// How fixed amounts fill while less than their sum has been paid.
package enum PartialPayment: String, CaseIterable, Hashable, Sendable {
    /// Together, in proportion.
    case proRata = "pro_rata"
    /// One after the other in their order.
    case sequential
}

/// How cents that do not divide are given.
package enum Rounding: String, CaseIterable, Hashable, Sendable {
    /// Each cent to whoever is furthest behind over the whole debt, ties to the first listed.
    case furthestBehind = "furthest_behind"
}
