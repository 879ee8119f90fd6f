/// How much is to be measured.
struct BenchArguments {
    var collections = 1_000_000
    var postings = 10_000_000
    var results: String?

    init(_ words: [String]) {
        for (name, value) in zip(words.dropFirst(), words.dropFirst(2)) {
            switch name {
            case "--collections": collections = Int(value) ?? collections
            case "--postings": postings = Int(value) ?? postings
            case "--results": results = value
            default: break
            }
        }
    }
}
