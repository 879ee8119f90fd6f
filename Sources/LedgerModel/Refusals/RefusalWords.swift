/// The words of a refusal, the same as in the list that goes with the database.
struct RefusalWords: Hashable, Sendable {
    /// The name in snake_case.
    let name: String

    /// What is refused, one factual line.
    let message: String

    /// What to do about it, one sentence.
    let hint: String

    init(_ name: String, _ message: String, _ hint: String) {
        self.name = name
        self.message = message
        self.hint = hint
    }

    static let all = [journal, dockets, collections, moneyOut, trust, books, reconciliation]
        .reduce(into: [:]) { $0.merge($1) { $1 } }
}

extension LedgerRefusal.Code {
    /// The name in snake_case, as in the list that goes with the database.
    public var name: String { words.name }

    /// What is refused, one factual line.
    public var message: String { words.message }

    /// What to do about it, one sentence.
    public var hint: String { words.hint }

    private var words: RefusalWords {
        RefusalWords.all[self] ?? RefusalWords(rawValue, rawValue, "")
    }
}
