/// Where the columns that a mapping names stand in a file.
struct CSVColumns: Sendable {
    let count: Int
    /// By the names that the mapping uses.
    private var positions: [String: Int] = [:]
    /// What keeps the mapping from being used for this file, if anything does.
    private(set) var unfitness: String?

    init(_ header: CSVRecord, _ mapping: CSVMapping) {
        count = header.count
        let names = header.texts.map(Self.key)
        for column in mapping.columns {
            let places = names.indices.filter { names[$0] == Self.key(column) }
            positions[column] = places.first
            if places.count != 1 {
                let number = places.isEmpty ? "no column" : "more than one column"
                unfitness = unfitness ?? "there is \(number) \"\(column)\""
            }
        }
    }

    /// The trimmed content of a column.
    func bytes(_ name: String, in record: CSVRecord) -> Bytes {
        guard let index = positions[name], index < record.count else { return [] }
        return record.content(of: index).trimmed
    }

    func bytes(_ source: CSVMapping.Source, in record: CSVRecord) -> Bytes {
        switch source {
        case .fixed(let text): Bytes(text.utf8)
        case .column(let name): bytes(name, in: record)
        }
    }

    private static func key(_ name: String) -> String {
        Bytes(name.utf8).trimmed.text.lowercased()
    }
}

extension CSVMapping {
    /// Every column that the mapping cannot do without.
    fileprivate var columns: [String] {
        var names = [bookedOn] + texts + references.map(\.column)
        names += [valueOn, balance, typeCode].compactMap { $0 }
        for case .column(let name) in [account, currency] { names.append(name) }
        switch amount {
        case .signed(let name, _): names.append(name)
        case .split(let credit, let debit): names += [credit, debit]
        case .marked(let name, let mark, _, _): names += [name, mark]
        }
        return names
    }
}
