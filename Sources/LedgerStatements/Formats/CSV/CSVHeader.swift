import LedgerModel

/// Which column of a file holds what: names matched without regard to case or outer spaces.
package struct CSVHeader: Hashable, Sendable {
    /// The names as the file gives them.
    package let names: [String]
    private let positions: [String: Int]

    /// Reads a header, or throws every fault it has at once.
    package init(
        _ record: CSVRecord,
        required: [String],
        optional: [String] = []
    ) throws(CSVHeaderError) {
        let known = required + optional
        var names: [String] = []
        var positions: [String: Int] = [:]
        var findings: [CSVFinding] = []
        for index in 0..<record.count {
            let name = record[index].trimmedOfSpaces
            let key = name.lowercased()
            names.append(name)
            if !known.contains(where: { $0.lowercased() == key }) {
                let suggestion = NearestName.to(key, among: known)
                let kind = CSVFinding.Kind.unknownColumn(name: name, suggestion: suggestion)
                findings.append(record.finding(kind, at: index))
            } else if positions[key] != nil {
                findings.append(record.finding(.duplicateColumn(name: name), at: index))
            } else {
                positions[key] = index
            }
        }
        for name in required where positions[name.lowercased()] == nil {
            findings.append(record.finding(.missingColumn(name: name), at: 0))
        }
        guard findings.isEmpty else { throw CSVHeaderError(findings: findings) }
        self.names = names
        self.positions = positions
    }

    /// The number of columns.
    package var count: Int { names.count }

    /// Where a column stands; nil for an optional one that the file does not have.
    package func index(of name: String) -> Int? { positions[name.lowercased()] }
}

/// A header that cannot be used, with every reason.
package struct CSVHeaderError: Error, Hashable {
    /// What is wrong, in the order of the columns, then what is missing.
    package let findings: [CSVFinding]
}

extension String {
    fileprivate var trimmedOfSpaces: String {
        let isInner = { (character: Character) in !character.isWhitespace }
        guard let first = firstIndex(where: isInner), let last = lastIndex(where: isInner) else {
            return ""
        }
        return String(self[first...last])
    }
}
