/// When a call must end: at one instant, or after so much silence of the server.
struct CallClock {
    private let allowance: Duration
    private let restartsEachWait: Bool
    private var limit: ContinuousClock.Instant
    /// True once the limit has passed and the server was asked to stop.
    private(set) var hasExpired = false

    init(_ allowance: Duration, restartsEachWait: Bool = false) {
        self.allowance = allowance
        self.restartsEachWait = restartsEachWait
        limit = .now + allowance
    }

    mutating func beginWait() {
        if restartsEachWait, !hasExpired { limit = .now + allowance }
    }

    mutating func expire(patience: Duration) {
        hasExpired = true
        limit = .now + patience
    }

    /// Milliseconds until the limit, rounded up, as poll(2) takes them; zero when it has passed.
    var milliseconds: Int32 {
        let rest = ContinuousClock.now.duration(to: limit)
        guard rest > .zero else { return 0 }
        let (seconds, attoseconds) = rest.components
        return Int32(
            clamping: min(seconds, 1_000_000) * 1_000 + attoseconds / 1_000_000_000_000_000 + 1
        )
    }
}
