public import LedgerModel

/// Payments of a file that are equal in docket, day and amount; all of them are kept.
public struct LookAlikes: Hashable, Sendable {
    /// Two payments that look alike.
    public struct Pair: Hashable, Sendable {
        /// The line of the first such payment.
        public let first: Int
        /// The line of this one.
        public let line: Int
        /// The docket of both.
        public let docket: String
        /// The day of both.
        public let date: LedgerDate
        /// The amount of each.
        public let amount: Money
    }

    /// How many pairs are listed at most.
    public static let listed = 100

    /// How many payments look like an earlier one.
    public internal(set) var count = 0

    /// The first of them.
    public internal(set) var pairs: [Pair] = []

    mutating func add(_ pair: Pair) {
        count += 1
        if pairs.count < Self.listed { pairs.append(pair) }
    }
}

extension LookAlikes.Pair: CustomStringConvertible {
    /// Both lines and what they say.
    public var description: String {
        "lines \(first) and \(line): \(docket) \(date) \(amount)"
    }
}
