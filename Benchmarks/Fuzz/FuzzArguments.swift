/// The command line of `redress-fuzz`.
struct FuzzArguments {
    /// A word that is not understood.
    struct Unknown: Error, CustomStringConvertible {
        let description: String
    }

    private(set) var iterations = 1_000_000
    private(set) var first = 0
    private(set) var seed: UInt64 = 1
    private(set) var format: String?
    private(set) var isTraced = false
    private(set) var measuresThroughput = false
    private(set) var megabytes = 200

    init(_ words: [String]) throws {
        var words = words[...]
        func number(_ text: String?) throws -> Int {
            guard let number = text.flatMap({ Int($0) }), number >= 0 else {
                throw Unknown(description: "\(text ?? "nothing") is no number")
            }
            return number
        }
        while let word = words.popFirst() {
            switch word {
            case "--iterations": iterations = try number(words.popFirst())
            case "--from": first = try number(words.popFirst())
            case "--seed": seed = UInt64(try number(words.popFirst()))
            case "--format": format = words.popFirst()
            case "--trace": isTraced = true
            case "--throughput": measuresThroughput = true
            case "--megabytes": megabytes = try number(words.popFirst())
            default: throw Unknown(description: "\(word) is not known")
            }
        }
    }

    func takes(_ name: String) -> Bool { format == nil || format == name }
}
