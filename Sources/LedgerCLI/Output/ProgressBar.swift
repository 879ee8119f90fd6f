import Synchronization

/// Shows on a terminal how far a long job is: count, rate and time left, from one second on.
final class ProgressBar: Sendable {
    private struct State {
        var drawnAt: ContinuousClock.Instant?
        var isShown = false
    }

    private static let width = 20

    private let label: String
    private let surroundings: Surroundings
    private let isEnabled: Bool
    private let startedAt = ContinuousClock.now
    private let state = Mutex(State())

    init(_ label: String, options: GlobalOptions) {
        self.label = label
        surroundings = .current
        isEnabled = !options.quiet && surroundings.diagnosticsWidth != nil
    }

    /// Says that so many are done, which is this part of the whole.
    func update(_ count: Int, part: Int, of whole: Int?) {
        guard isEnabled else { return }
        let now = ContinuousClock.now
        let elapsed = startedAt.duration(to: now)
        guard elapsed >= .seconds(1) else { return }
        state.withLock { state in
            if let last = state.drawnAt, last.duration(to: now) < .milliseconds(100) { return }
            state.drawnAt = now
            state.isShown = true
            draw(line(count, part: part, of: whole, elapsed: elapsed))
        }
    }

    /// Takes the bar away.
    func finish() {
        state.withLock { state in
            if state.isShown { draw("") }
            state.isShown = false
        }
    }

    func line(_ count: Int, part: Int, of whole: Int?, elapsed: Duration) -> String {
        let milliseconds = max(
            1,
            Int(elapsed.components.seconds) * 1_000
                + Int(elapsed.components.attoseconds / 1_000_000_000_000_000)
        )
        let rate = "\(count * 1_000 / milliseconds)/s"
        guard let whole, whole > 0, part > 0 else { return "\(label): \(count), \(rate)" }
        let done = min(part, whole)
        let filled = Self.width * done / whole
        let bar =
            String(repeating: "#", count: filled)
            + String(repeating: "-", count: Self.width - filled)
        let left = milliseconds * (whole - done) / done / 1_000
        return "\(label) [\(bar)] \(done * 100 / whole)%: \(count), \(rate), \(left) s left"
    }

    private func draw(_ text: String) {
        let width = max(1, (surroundings.diagnosticsWidth ?? 80) - 1)
        try? surroundings.diagnostics(Array("\r\u{1B}[K\(text.prefix(width))".utf8))
    }
}
