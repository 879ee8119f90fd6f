/// Guesses which name was meant.
package enum NearestName {
    /// The closest of the names, without regard to case; nil when none is close.
    package static func to(_ name: String, among names: [String]) -> String? {
        let target = Array(name.lowercased().prefix(64))
        let ranked = names.map { ($0, distance(target, Array($0.lowercased()))) }
        guard let best = ranked.min(by: { $0.1 < $1.1 }) else { return nil }
        return best.1 <= max(1, best.0.count / 3) ? best.0 : nil
    }

    /// How many single-character edits lead from one text to the other.
    private static func distance(_ left: [Character], _ right: [Character]) -> Int {
        var row = Array(0...right.count)
        for (index, character) in left.enumerated() {
            var diagonal = row[0]
            row[0] = index + 1
            for (column, other) in right.enumerated() {
                let substitution = diagonal + (character == other ? 0 : 1)
                diagonal = row[column + 1]
                row[column + 1] = min(substitution, row[column] + 1, diagonal + 1)
            }
        }
        return row[right.count]
    }
}
