/// On what findings the amount of a debt rests.
public struct DocketGroundFacts: Sendable, Hashable {
    /// The debt.
    public let debt: String
    /// The grade of the offense; empty where the rule does not ask for it.
    public let grade: String
    /// The number of counts of conviction.
    public let counts: Int
    /// Whether the amount was taken for each count or once.
    public let countBasis: String
    /// The number of prior convictions.
    public let priors: Int

    /// Gathers the facts.
    public init(debt: String, grade: String, counts: Int, countBasis: String, priors: Int) {
        self.debt = debt
        self.grade = grade
        self.counts = counts
        self.countBasis = countBasis
        self.priors = priors
    }
}
