/// How much is to be measured.
struct BenchArguments {
    var collections = 1_000_000
    var postings = 10_000_000
    /// The most lines a side that are matched; 0 for none.
    var matching = 100_000
    /// Whether nothing is measured but matching.
    var isMatchingOnly = false
    var results: String?

    init(_ words: [String]) {
        for (name, value) in zip(words.dropFirst(), words.dropFirst(2)) {
            switch name {
            case "--collections": collections = Int(value) ?? collections
            case "--postings": postings = Int(value) ?? postings
            case "--matching": matching = Int(value) ?? matching
            case "--only": isMatchingOnly = value == "matching"
            case "--results": results = value
            default: break
            }
        }
    }
}
