import Foundation
import LedgerOperations
import Synchronization

/// How long the passes took, and how much memory the process that led them held.
package struct MatchingRun: Sendable {
    /// One rule, over all accounts.
    package struct Pass: Sendable {
        package let name: String
        package internal(set) var seconds = 0.0
    }

    package internal(set) var passes: [Pass] = []
    package internal(set) var restMegabytes = 0
    package internal(set) var peakMegabytes = 0

    package init() {}

    mutating func add(_ seconds: Double, to name: String) {
        if let place = passes.firstIndex(where: { $0.name == name }) {
            passes[place].seconds += seconds
        } else {
            passes.append(Pass(name: name, seconds: seconds))
        }
    }
}

extension MatchingCourt {
    /// Matches every account, all rules of each; the last name is what follows the rules.
    package func match() async throws -> MatchingRun {
        var run = MatchingRun()
        run.restMegabytes = ProcessMemory.forgetPeak()
        let clock = ContinuousClock()
        for account in 0..<mix.accounts {
            let began = Mutex([(name: String, at: ContinuousClock.Instant)]())
            _ = try await reconciler.reconcile(
                CourtMix.code(account),
                through: mix.toldThrough
            ) { name in
                began.withLock { $0.append((name, clock.now)) }
            }
            let starts = began.withLock { $0 } + [("", clock.now)]
            for (start, end) in zip(starts, starts.dropFirst()) {
                run.add(start.at.duration(to: end.at) / .seconds(1), to: start.name)
            }
        }
        run.peakMegabytes = ProcessMemory.peak
        return run
    }
}

/// The memory of this process, in MB.
enum ProcessMemory {
    /// The most since it began or since ``forgetPeak()``.
    static var peak: Int { read("VmHWM") }

    /// From now on ``peak`` is that of what follows; answers what is held now.
    static func forgetPeak() -> Int {
        try? Data("5".utf8).write(to: URL(fileURLWithPath: "/proc/self/clear_refs"))
        return read("VmRSS")
    }

    private static func read(_ name: String) -> Int {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix(name) } ?? ""
        return (Int(line.filter(\.isNumber)) ?? 0) / 1024
    }
}
