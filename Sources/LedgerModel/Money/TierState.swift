/// A tier while cents are handed out.
struct TierState {
    let tier: ShareTier
    let held: ArraySlice<Money>

    /// `weight x total - period x held` of each share: positive when it is behind.
    let lags: UnsafeMutableBufferPointer<Int64>

    /// The cents handed out so far.
    let counts: UnsafeMutableBufferPointer<Int64>

    /// How many periods may pass in single cents before a state must have settled.
    private static let patience = 4

    /// The most cents that are handed out one by one; losses to the cent repeat very late.
    private static let longestCount: Int64 = 10_000

    /// Hands out `count` cents.
    mutating func hand(_ count: Int64) {
        counts.initialize(repeating: 0)
        var left = count
        if readLags(), min(left, tier.period) <= TierState.longestCount {
            left = handPeriods(left)
        } else {
            left = catchUp(left)
        }
        if left >= tier.period || left > TierState.longestCount { left = catchUp(left) }
        for _ in 0..<left { counts[next()] += 1 }
    }

    /// Reads the lags; false when one is too far off to be counted down in single cents.
    private func readLags() -> Bool {
        let total = Int128(held.reduce(0) { $0 + $1.cents })
        let limit = UInt128(Int64.max / 4)
        var index = 0
        for amount in held {
            let due = Int128(tier.weights[index]) * total
            let lag = due - Int128(tier.period) * Int128(amount.cents)
            guard lag.magnitude < limit else { return false }
            lags.initializeElement(at: index, to: Int64(lag))
            index += 1
        }
        return true
    }

    /// Hands out whole periods and returns what is left: less than a period once it settled.
    private func handPeriods(_ count: Int64) -> Int64 {
        guard count >= tier.period else { return count }
        var left = count
        var isSteady = lags.allSatisfy { $0 == 0 }
        var passed = 0
        while !isSteady, left >= tier.period, passed < TierState.patience {
            isSteady = handPeriod()
            left -= tier.period
            passed += 1
        }
        guard isSteady else { return left }
        let periods = left / tier.period
        for index in counts.indices { counts[index] += tier.weights[index] * periods }
        return left - tier.period * periods
    }

    /// Hands out one period; true when it left every lag as it was.
    private func handPeriod() -> Bool {
        withUnsafeTemporaryAllocation(of: Int64.self, capacity: lags.count) { before in
            _ = before.initialize(from: lags)
            for _ in 0..<tier.period { counts[next()] += 1 }
            return lags.indices.allSatisfy { before[$0] == lags[$0] }
        }
    }

    /// Moves on by one cent and says who gets it.
    private func next() -> Int {
        var best = 0
        for index in lags.indices {
            lags[index] += tier.weights[index]
            if lags[index] > lags[best] { best = index }
        }
        lags[best] -= tier.period
        return best
    }
}

extension TierState {
    /// Raises whoever is behind to one level at once, two cents short of it, and returns the rest.
    ///
    /// Reached only with very large holdings, with weights that repeat very late, or from a state
    /// that many reversals left so far off that single cents would not settle it soon.
    private func catchUp(_ count: Int64) -> Int64 {
        let period = Int128(tier.period)
        let before = zip(held, counts).map { Int128($0.cents) + Int128($1) }
        let after = before.reduce(Int128(count), +)
        let behind = zip(tier.weights, before).map { Int128($0) * after - period * $1 }
        func taken(above level: Int128) -> Int128 {
            behind.reduce(0) { $0 + max(0, ($1 - level) / period) }
        }
        var (low, high) = (Int128(0), behind.reduce(0, max))
        while low < high {
            let middle = (low + high) / 2
            if taken(above: middle) <= Int128(count) { high = middle } else { low = middle + 1 }
        }
        var left = count
        for index in counts.indices {
            let cents = max(0, Int64((behind[index] - low) / period) - 2)
            counts[index] += cents
            left -= cents
            // Only the order of the lags matters, so they are counted from the level, and whoever
            // is too far ahead to be reached stops at the limit.
            let lag = behind[index] - period * Int128(cents) - low
            lags.initializeElement(
                at: index,
                to: Int64(max(Int128(Int64.min / 4), min(lag, Int128(Int64.max / 4))))
            )
        }
        for index in lags.indices { lags[index] -= tier.weights[index] * left }
        return left
    }
}
