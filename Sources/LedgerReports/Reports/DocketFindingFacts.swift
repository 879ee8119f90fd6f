public import LedgerModel

/// What the court found of the defendant's means.
public struct DocketFindingFacts: Sendable, Hashable {
    /// The day of the finding.
    public let foundOn: LedgerDate
    /// Whether the defendant was found indigent.
    public let isIndigent: Bool

    /// Gathers the facts.
    public init(foundOn: LedgerDate, isIndigent: Bool) {
        self.foundOn = foundOn
        self.isIndigent = isIndigent
    }
}
