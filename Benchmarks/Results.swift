import Foundation

/// The figures of one run, as a document.
struct Results {
    private let conditions: [String]
    private var sections: [(title: String, rows: [[String]], notes: [String])] = []

    init(conditions: [String]) { self.conditions = conditions }

    /// Adds a table whose first row is its heading, and shows it at once.
    mutating func add(_ title: String, _ rows: [[String]], notes: [String] = []) {
        sections.append((title, rows, notes))
        let shown = (["# \(title)"] + rows.map { $0.joined(separator: "  ") } + [""])
        FileHandle.standardError.write(Data(shown.joined(separator: "\n").utf8))
    }

    var markdown: String {
        var text = "# Results\n\nMade by `scripts/bench`; every figure of one run.\n\n"
        text += conditions.map { "- \($0)\n" }.joined()
        for section in sections {
            text += "\n## \(section.title)\n\n"
            text += Self.line(section.rows[0])
            text += Self.line(section.rows[0].map { _ in "---" })
            text += section.rows.dropFirst().map(Self.line).joined()
            if !section.notes.isEmpty { text += "\n" }
            text += section.notes.map { "\($0)\n" }.joined()
        }
        return text
    }

    private static func line(_ cells: [String]) -> String {
        "| " + cells.joined(separator: " | ") + " |\n"
    }
}

/// A duration in seconds, as the clock that never goes back has it.
func seconds<Value>(_ body: () async throws -> Value) async rethrows -> (Value, Double) {
    let clock = ContinuousClock()
    let start = clock.now
    let value = try await body()
    let elapsed = clock.now - start
    return (
        value, Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
    )
}

extension Double {
    /// With so many digits after the point.
    func digits(_ count: Int) -> String { String(format: "%.\(count)f", self) }
    /// A count a second, without digits after the point.
    var perSecond: String { "\(Int(self.rounded()))/s" }
}

/// The most memory that this process has held, in MB.
func peakMemory() -> Int {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM") } ?? ""
    return (Int(line.filter(\.isNumber)) ?? 0) / 1024
}
