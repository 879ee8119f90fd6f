import Synchronization

/// Shows on a terminal how far a long job is: count, rate and time left, from one second on.
final class ProgressBar: Sendable {
    private struct State {
        var drawnAt: ContinuousClock.Instant?
        var isShown = false
    }

    private let label: String
    private let total: Int?
    private let surroundings: Surroundings
    private let isEnabled: Bool
    private let startedAt = ContinuousClock.now
    private let state = Mutex(State())

    init(_ label: String, total: Int? = nil, options: GlobalOptions) {
        self.label = label
        self.total = total
        surroundings = .current
        isEnabled = !options.quiet && surroundings.diagnosticsWidth != nil
    }

    /// Says that so many are done.
    func update(_ count: Int, of total: Int? = nil) {
        guard isEnabled else { return }
        let now = ContinuousClock.now
        guard startedAt.duration(to: now) >= .seconds(1) else { return }
        state.withLock { state in
            if let last = state.drawnAt, last.duration(to: now) < .milliseconds(100) { return }
            state.drawnAt = now
            state.isShown = true
            draw(line(count, total ?? self.total, elapsed: startedAt.duration(to: now)))
        }
    }

    /// Takes the bar away.
    func finish() {
        state.withLock { state in
            if state.isShown { draw("") }
            state.isShown = false
        }
    }

    func line(_ count: Int, _ total: Int?, elapsed: Duration) -> String {
        let tenths = max(
            1,
            elapsed.components.seconds * 10
                + elapsed.components.attoseconds / 100_000_000_000_000_000
        )
        let rate = Int64(count) * 10 / tenths
        var text = "\(label): \(count)"
        if let total, total > 0 {
            text += " of \(total), \(count * 100 / total)%"
            let width = 20
            let filled = min(width, count * width / total)
            text +=
                " [" + String(repeating: "#", count: filled)
                + String(repeating: "-", count: width - filled) + "]"
        }
        text += ", \(rate)/s"
        if let total, rate > 0 { text += ", \(max(0, Int64(total - count)) / rate) s left" }
        return text
    }

    private func draw(_ text: String) {
        let width = max(1, (surroundings.diagnosticsWidth ?? 80) - 1)
        try? surroundings.diagnostics(Array("\r\u{1B}[K\(text.prefix(width))".utf8))
    }
}
