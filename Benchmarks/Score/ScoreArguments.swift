/// The command line of `redress-score`.
struct ScoreArguments {
    /// A word that is not understood.
    struct Unknown: Error, CustomStringConvertible {
        let description: String
    }

    enum Mix: String {
        case year, entered, scale, equal
    }

    private(set) var mix = Mix.year
    private(set) var seeds = 1...1
    private(set) var lines = 10_000
    private(set) var accounts: Int?
    private(set) var removed = [0]
    private(set) var keepsDatabase = false

    init(_ words: [String]) throws {
        var words = words[...]
        while let word = words.popFirst() {
            let value = words.first ?? ""
            switch word {
            case "--mix":
                guard let named = Mix(rawValue: value) else { throw Self.unknown(word, value) }
                mix = named
            case "--seeds":
                let ends = value.split(separator: "-").compactMap { Int($0) }
                guard let first = ends.first, let last = ends.last, 1...2 ~= ends.count,
                    0 < first, first <= last
                else { throw Self.unknown(word, value) }
                seeds = first...last
            case "--lines": lines = try Self.number(word, value)
            case "--accounts": accounts = try Self.number(word, value)
            case "--removed":
                let shares = value.split(separator: ",").compactMap { Int($0) }
                guard !shares.isEmpty, shares.allSatisfy((0...99).contains) else {
                    throw Self.unknown(word, value)
                }
                removed = shares
            case "--keep":
                keepsDatabase = true
                continue
            default: throw Self.unknown(word, "")
            }
            words.removeFirst()
        }
    }

    private static func number(_ word: String, _ value: String) throws -> Int {
        guard let number = Int(value), number > 0 else { throw unknown(word, value) }
        return number
    }

    private static func unknown(_ word: String, _ value: String) -> Unknown {
        Unknown(description: "\(word) \(value) is not known")
    }
}
