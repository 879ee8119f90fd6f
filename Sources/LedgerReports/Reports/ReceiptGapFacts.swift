/// Numbers that are missing in a till's book, one after the other.
public struct ReceiptGapFacts: Hashable, Sendable {
    /// The till.
    public let source: String
    /// The first number that is missing.
    public let first: Int64
    /// The last one.
    public let last: Int64

    /// Describes a gap.
    public init(source: String, first: Int64, last: Int64) {
        self.source = source
        self.first = first
        self.last = last
    }
}
