/// What a statute's money may be spent on.
package struct SpendingRule: Hashable, Sendable {
    /// A share of the money that at least or at most goes to a purpose.
    package struct Limit: Hashable, Sendable {
        /// What the limit is a part of.
        package enum Base: String, CaseIterable, Hashable, Sendable {
            /// The money received in the fiscal year.
            case receipts
            /// All the fund has.
            case assets
        }

        package let purpose: Purpose
        /// Parts of a million.
        package let percent: Int64
        package let base: Base
    }

    /// The only purposes allowed; empty when any is that is not forbidden.
    package let allowed: [Purpose]

    /// Purposes never allowed.
    package let forbidden: [Purpose]

    /// Purposes that must get at least a part.
    package let floors: [Limit]

    /// Purposes that may get at most a part.
    package let caps: [Limit]

    /// Nothing is constrained.
    package static let free = SpendingRule(allowed: [], forbidden: [], floors: [], caps: [])

    /// Whether `purpose` may be paid for at all.
    package func allows(_ purpose: Purpose) -> Bool {
        !forbidden.contains(purpose) && (allowed.isEmpty || allowed.contains(purpose))
    }
}
