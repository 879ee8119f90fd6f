extension ShareTier {
    /// Gives `count` cents one by one to whoever is furthest behind, on top of what is `held`.
    ///
    /// After a total T the next cent goes to the largest `weight x (T + 1) - period x held`, ties
    /// to the first listed. How far each share lags behind decides alone, so a state that comes
    /// back after one period comes back for ever, and whole periods are handed out at once.
    /// Whoever gets a cent is never a whole cent ahead of its exact share afterwards.
    func give(
        _ count: Int64,
        held: ArraySlice<Money>,
        into given: inout [Money],
        at first: Int
    ) {
        withUnsafeTemporaryAllocation(of: Int64.self, capacity: weights.count * 2) { buffer in
            var state = TierState(
                tier: self,
                held: held,
                lags: UnsafeMutableBufferPointer(rebasing: buffer[..<weights.count]),
                counts: UnsafeMutableBufferPointer(rebasing: buffer[weights.count...])
            )
            state.hand(count)
            for index in weights.indices {
                given[first + index] = Money(cents: state.counts[index])
            }
        }
    }
}
