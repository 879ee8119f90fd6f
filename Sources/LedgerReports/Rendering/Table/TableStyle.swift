/// Where a table is going.
public enum TableStyle: Sendable, Hashable {
    /// A terminal of that many cells: never wider; colour only beside another sign.
    case terminal(width: Int, color: Bool)
    /// A pipe or a file: nothing shortened, nothing coloured, nothing drawn.
    case plain

    /// The width not to exceed, if there is one.
    var width: Int? {
        if case .terminal(let width, _) = self { max(width, 1) } else { nil }
    }

    /// The stroke of a rule.
    var rule: Character {
        self == .plain ? "-" : "─"
    }

    /// The text in bold, where colour is wanted.
    func strong(_ text: String) -> String {
        styled(text, "1")
    }

    /// The text in red, where colour is wanted.
    func negative(_ text: String) -> String {
        styled(text, "31")
    }

    private func styled(_ text: String, _ code: String) -> String {
        guard case .terminal(_, color: true) = self else { return text }
        return "\u{1B}[\(code)m\(text)\u{1B}[0m"
    }
}
