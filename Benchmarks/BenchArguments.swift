/// How much is to be measured.
struct BenchArguments {
    var collections = 1_000_000
    var postings = 10_000_000
    /// The most lines a side that are matched; 0 for none.
    var matching = 100_000
    /// The dockets that a run of interest goes over.
    var dockets = 100_000
    /// The one thing that is measured, matching or time; all when nil.
    var only: String?
    var results: String?

    init(_ words: [String]) {
        for (name, value) in zip(words.dropFirst(), words.dropFirst(2)) {
            switch name {
            case "--collections": collections = Int(value) ?? collections
            case "--postings": postings = Int(value) ?? postings
            case "--matching": matching = Int(value) ?? matching
            case "--dockets": dockets = Int(value) ?? dockets
            case "--only": only = value
            case "--results": results = value
            default: break
            }
        }
    }
}
