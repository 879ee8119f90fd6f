import Testing

/// A tree that breaks a rule at known places: the proof that the rule can fail.
struct Violation: Sendable, CustomTestStringConvertible {
    let files: [String: String]
    let places: [String]
    let rule: Rule

    /// One file that breaks a rule in one line.
    init(_ path: String, _ text: String, line: Int = 1, _ rule: @escaping Rule) {
        self.init([path: text], at: ["\(path):\(line)"], rule)
    }

    init(_ files: [String: String], at places: [String], _ rule: @escaping Rule) {
        self.files = files
        self.places = places
        self.rule = rule
    }

    var testDescription: String {
        "\(places.joined(separator: " ")) \(files.values.joined().prefix(60))"
    }

    func prove() {
        #expect(rule(Tree(files)).map(\.place) == places)
    }
}
