/// Under which of its days a fact stands in a report.
public enum ReportBasis: String, CaseIterable, Hashable, Sendable, Codable {
    /// The accounting day: what was certified never changes.
    case posted
    /// The day in the world: the restated view, in which a late fact stands where it happened.
    case effective
}
