/// The commands of README's tour with the exit codes and the output that it shows.
struct Tour {
    struct Command {
        let text: String
        let exitCode: Int32
    }

    /// Commands that stand together, and what they print together; nil when that is not shown.
    struct Step {
        let line: Int
        let commands: [Command]
        var shown: [Substring]?
    }

    let steps: [Step]

    init(_ document: DocumentFile) {
        var steps: [Step] = []
        for block in document.blocks {
            if block.kind == "sh" {
                let commands = CommandLines(block.text).lines.map(Self.command)
                steps.append(Step(line: block.line, commands: commands))
            } else if block.kind == "text", !steps.isEmpty {
                steps[steps.count - 1].shown = Self.lines(block.text)
            }
        }
        self.steps = steps
    }

    /// The first shown line that is not there; nil when all are, one after the other.
    ///
    /// `...` stands for any lines, within a line for any text.
    static func missing(_ shown: [Substring], in output: String) -> String? {
        var rest = lines(output)[...]
        var canSkip = false
        for line in shown {
            if line == "..." {
                canSkip = true
                continue
            }
            let place = rest.firstIndex { isShown($0, as: line) }
            guard let place, canSkip || place == rest.startIndex else { return String(line) }
            rest = rest[(place + 1)...]
            canSkip = false
        }
        return canSkip || rest.isEmpty ? nil : "the end, before: \(rest[rest.startIndex])"
    }

    private static func isShown(_ line: Substring, as shown: Substring) -> Bool {
        let parts = shown.split(separator: "...", omittingEmptySubsequences: false)
        guard let first = parts.first, let last = parts.last, parts.count > 1 else {
            return line == shown
        }
        guard line.hasPrefix(first), line.hasSuffix(last) else { return false }
        var rest = line.dropFirst(first.count)
        for part in parts[1...] where !part.isEmpty {
            guard let found = rest.firstRange(of: part) else { return false }
            rest = rest[found.upperBound...]
        }
        return true
    }

    private static func command(_ line: String) -> Command {
        let code = line.firstMatch(of: /# exit ([0-9]+)$/).flatMap { Int32($0.output.1) }
        return Command(text: line, exitCode: code ?? 0)
    }

    /// Without the blanks that stand at the ends; CSV ends its lines with two characters.
    private static func lines(_ text: String) -> [Substring] {
        var lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            .map(withoutBlanksAtEnd)
        while lines.last?.isEmpty == true { lines.removeLast() }
        return lines
    }

    private static func withoutBlanksAtEnd(_ line: Substring) -> Substring {
        var line = line
        while line.last == " " { line.removeLast() }
        return line
    }
}
