import LedgerModel

extension MatchRecord {
    /// Why it was made and what became of it, in a sentence.
    public var sentence: String {
        let sides = [lines.map(\.words), entries.map(\.words)].filter { !$0.isEmpty }
        var words = "\(state.capitalized(with: maker)): "
        words += sides.map(listed).joined(separator: " with ")
        if rule != nil { words += ", \(evidence)" }
        if let reason { words += ", because: \(reason)" }
        return changes.isEmpty ? "\(words)." : "\(words); \(changes)."
    }

    /// What both sides have in common and in what they differ.
    public var evidence: String {
        var parts: [String] = []
        if let key, !key.hasPrefix("amount ") { parts.append("both have \(key)") }
        parts.append(difference == .zero ? "equal amounts" : "a difference of \(difference)")
        if let days {
            parts.append(days == 1 ? "1 banking day apart" : "\(days) banking days apart")
        }
        parts.append(rivals)
        return parts.joined(separator: ", ")
    }

    private var rivals: String {
        switch (statementRivals, bookRivals) {
        case (0, 0): "no rival"
        case (0, let entries): "\(entries) other \(entries == 1 ? "entry" : "entries") would fit"
        case (let lines, 0): "\(lines) other \(lines == 1 ? "line" : "lines") would fit"
        case (let lines, let entries):
            "\(lines) other \(lines == 1 ? "line" : "lines") and \(entries) other "
                + "\(entries == 1 ? "entry" : "entries") would fit"
        }
    }

    private var maker: String {
        guard let rule, let rulesVersion else { return "by \(login)" }
        return "by rule \(rule) (\(pass ?? "")) of version \(rulesVersion)"
    }

    private func listed(_ words: [String]) -> String {
        let shown = words.prefix(6).joined(separator: ", ")
        return words.count > 6 ? "\(shown) and \(words.count - 6) more" : shown
    }
}

extension MatchRecord.Line {
    fileprivate var words: String {
        let place = name.map { "line \($0)" } ?? "a line not yet numbered"
        return "\(place) (\(bookedOn.map { "\($0), " } ?? "")\(amount))"
    }
}

extension MatchRecord.Entry {
    fileprivate var words: String {
        let place = number.map { "entry \($0)" } ?? "an entry not yet numbered"
        return "\(place) (\(kind), \(effectiveOn.map { "\($0), " } ?? "")\(amount))"
    }
}

extension String {
    /// The word as the first of a sentence, and who did it.
    fileprivate func capitalized(with maker: String) -> String {
        "\(prefix(1).uppercased())\(dropFirst()) \(maker)"
    }
}
