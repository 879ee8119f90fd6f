extension ShareTier {
    /// Gives `count` cents one by one to whoever is furthest behind.
    ///
    /// After a total T the next cent goes to the largest `weight x (T + 1) - period x held`, ties
    /// to the first listed. What a share lags behind decides alone, so a state that returns
    /// after one period returns for ever, and whole periods are handed out at once.
    func give(
        _ count: Int64,
        held: some RandomAccessCollection<Money>,
        into given: inout [Money],
        at first: Int
    ) {
        withUnsafeTemporaryAllocation(of: Int64.self, capacity: weights.count * 2) { buffer in
            let lags = UnsafeMutableBufferPointer(rebasing: buffer[..<weights.count])
            let counts = UnsafeMutableBufferPointer(rebasing: buffer[weights.count...])
            counts.initialize(repeating: 0)
            var left = count
            let farBehind = readLags(held, into: lags)
            if farBehind { left -= catchUp(left, held: held, counts: counts, lags: lags) }
            hand(left, lags: lags, counts: counts)
            for index in weights.indices {
                given[first + index] = Money(cents: given[first + index].cents + counts[index])
            }
        }
    }

    /// Fills `lags` with `weight x total - period x held`; true when one is too far off for steps.
    private func readLags(
        _ held: some RandomAccessCollection<Money>,
        into lags: UnsafeMutableBufferPointer<Int64>
    ) -> Bool {
        var total: Int64 = 0
        for amount in held { total += amount.cents }
        let limit = Int128(period) * SharePlan.longestCatchUp
        for (index, amount) in held.enumerated() {
            let lag =
                Int128(weights[index]) * Int128(total) - Int128(period) * Int128(amount.cents)
            guard lag.magnitude <= limit.magnitude else { return true }
            lags.initializeElement(at: index, to: Int64(lag))
        }
        return false
    }

    /// Hands out `count` cents from a state given by its lags.
    private func hand(
        _ count: Int64,
        lags: UnsafeMutableBufferPointer<Int64>,
        counts: UnsafeMutableBufferPointer<Int64>
    ) {
        var left = count
        var isExact = lags.allSatisfy { $0 == 0 }
        while left >= period {
            if isExact {
                let periods = left / period
                for index in weights.indices { counts[index] += weights[index] * periods }
                left -= period * periods
            } else {
                isExact = handPeriod(lags: lags, counts: counts)
                left -= period
            }
        }
        for _ in 0..<left { counts[next(lags)] += 1 }
    }

    /// Hands out one period; true when it left every lag as it was.
    private func handPeriod(
        lags: UnsafeMutableBufferPointer<Int64>,
        counts: UnsafeMutableBufferPointer<Int64>
    ) -> Bool {
        for index in weights.indices { counts[index] -= weights[index] }
        var isSteady = true
        withUnsafeTemporaryAllocation(of: Int64.self, capacity: weights.count) { before in
            _ = before.initialize(from: lags)
            for _ in 0..<period { counts[next(lags)] += 1 }
            for index in weights.indices where before[index] != lags[index] { isSteady = false }
        }
        for index in weights.indices { counts[index] += weights[index] }
        return isSteady
    }

    /// Moves on by one cent and says who gets it.
    private func next(_ lags: UnsafeMutableBufferPointer<Int64>) -> Int {
        var best = 0
        for index in weights.indices {
            lags[index] += weights[index]
            if lags[index] > lags[best] { best = index }
        }
        lags[best] -= period
        return best
    }

    /// Raises whoever is far behind to one level in one step, a few cents short of it.
    ///
    /// Only a state left by many reversals comes here. Returns the cents it handed out and leaves
    /// in `lags` the state from which the rest goes cent by cent.
    private func catchUp(
        _ count: Int64,
        held: some RandomAccessCollection<Money>,
        counts: UnsafeMutableBufferPointer<Int64>,
        lags: UnsafeMutableBufferPointer<Int64>
    ) -> Int64 {
        let total = held.reduce(0) { $0 + Int128($1.cents) }
        let wide = Int128(period)
        let ahead = zip(weights, held).map { weight, amount in
            Int128(weight) * (total + Int128(count)) - wide * Int128(amount.cents)
        }
        func taken(above level: Int128) -> Int128 {
            ahead.reduce(0) { $0 + max(0, ($1 - level) / wide) }
        }
        var (low, high) = (Int128(0), ahead.reduce(0, max))
        while low < high {
            let middle = (low + high) / 2
            if taken(above: middle) <= Int128(count) { high = middle } else { low = middle + 1 }
        }
        var handed: Int64 = 0
        for index in weights.indices {
            counts[index] = max(0, Int64((ahead[index] - low) / wide) - 2)
            handed += counts[index]
        }
        settle(lags, total: total + Int128(handed), held: held, counts: counts)
        return handed
    }

    /// Writes the lags after a catch-up; beyond the limit only their order matters, so they stop there.
    private func settle(
        _ lags: UnsafeMutableBufferPointer<Int64>,
        total: Int128,
        held: some RandomAccessCollection<Money>,
        counts: UnsafeMutableBufferPointer<Int64>
    ) {
        let limit = Int128(Int64.max / 4)
        for (index, amount) in held.enumerated() {
            let lag =
                Int128(weights[index]) * total
                - Int128(period) * (Int128(amount.cents) + Int128(counts[index]))
            lags.initializeElement(at: index, to: Int64(max(-limit, min(limit, lag))))
        }
    }
}
