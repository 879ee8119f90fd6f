/// Shares that fill up together, up to a cap, before the next tier gets anything.
public struct ShareTier: Hashable, Sendable {
    /// The most this tier ever holds; nil for no limit.
    public let cap: Money?

    /// The shares in their statutory order, which also breaks ties.
    public let shares: [Share]

    /// The weights without their common factor.
    let weights: [Int64]

    /// The number of cents after which every share is exact again: the sum of ``weights``.
    public let period: Int64

    /// Makes a tier; ``SharePlan`` refuses one that is not usable.
    public init(cap: Money? = nil, shares: [Share]) {
        self.cap = cap
        self.shares = shares
        let factor = max(1, shares.reduce(0) { ShareTier.commonFactor($0, $1.weight) })
        weights = shares.map { $0.weight / factor }
        period = weights.reduce(0) { sum, weight in
            let (next, overflow) = sum.addingReportingOverflow(weight)
            return overflow ? .max : next
        }
    }

    private static func commonFactor(_ left: Int64, _ right: Int64) -> Int64 {
        var (left, right) = (left, max(0, right))
        while right != 0 { (left, right) = (right, left % right) }
        return left
    }

    /// Why the tier cannot be used, or nil when it can.
    var fault: String? {
        guard !shares.isEmpty else { return "a tier without shares" }
        guard shares.allSatisfy({ $0.weight > 0 }) else { return "a weight below 1" }
        guard period <= SharePlan.longestPeriod else {
            return "weights that repeat only after \(period) cents"
        }
        if let cap, !cap.isPositive { return "a cap of \(cap)" }
        return nil
    }
}
