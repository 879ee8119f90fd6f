/// What a number of counts means for an amount.
public enum CountBasis: String, CaseIterable, Hashable, Sendable {
    /// The amount is due for each count of conviction.
    case perCount = "per_count"
    /// The amount is due once, however many counts there are.
    case perOffender = "per_offender"
}
