/// A block whose entries are being read: what they hash to, beside what the block says.
final class OpenBlock {
    /// An entry that does not hash to its leaf.
    struct WrongEntry {
        let number: Int64
        let id: Int64
        /// One bit for each sealed table of which the entry has rows.
        let tables: UInt128
    }

    /// A table whose rows or columns are not those that were sealed.
    struct Difference {
        let table: Int
        let columns: [String]
        /// How many rows there are beyond those that were sealed.
        let surplus: Int
    }

    static let keptWrongEntries = 10

    let header: BlockHeader
    /// The numbers of its entries, as far as header and neighbours tell.
    let numbers: Range<Int64>
    var tree = MerkleTree()
    var digests: [TableDigest]
    var postedCents: Int128 = 0
    var seen: Int64 = 0
    var lastID = Int64.min
    var isOrdered = true
    private(set) var wrongCount: Int64 = 0
    private(set) var wrong: [WrongEntry] = []

    init(_ header: BlockHeader, numbers: Range<Int64>, tables: [SealedTable]) {
        self.header = header
        self.numbers = numbers
        digests = tables.map { TableDigest(columns: $0.columns.count) }
    }

    var isComplete: Bool { numbers.lowerBound.saturatingAdd(seen) == numbers.upperBound }

    func addWrong(_ entry: WrongEntry) {
        wrongCount += 1
        if wrong.count < Self.keptWrongEntries { wrong.append(entry) }
    }

    /// The lines that `column_digests` should have.
    func computedDigests(_ tables: [SealedTable]) -> [String] {
        zip(tables, digests).flatMap { table, digest in
            digest.rows == 0
                ? []
                : ["\(table.name)=\(digest.rows)"]
                    + zip(table.columns, digest.hex()).map { "\(table.name).\($0.name)=\($1)" }
        }
    }

    func differences(_ tables: [SealedTable]) -> [Difference] {
        let stored = Self.values(header.columnDigests)
        let computed = Self.values(computedDigests(tables))
        return tables.indices.compactMap { index in
            let table = tables[index]
            let surplus = digests[index].rows - (stored[table.name].flatMap { Int($0) } ?? 0)
            let columns = table.columns.map(\.name).filter {
                stored["\(table.name).\($0)"] != computed["\(table.name).\($0)"]
            }
            guard surplus != 0 || !columns.isEmpty else { return nil }
            return Difference(table: index, columns: columns, surplus: surplus)
        }
    }

    private static func values(_ lines: [String]) -> [String: String] {
        let pairs = lines.compactMap { line -> (String, String)? in
            let parts = line.split(separator: "=", maxSplits: 1)
            return parts.count == 2 ? (String(parts[0]), String(parts[1])) : nil
        }
        return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }
}
