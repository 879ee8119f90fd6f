import Crypto
import PostgresClient

/// Hashes what entries wrote, from the rows of a run of entries held in memory that is reused.
final class EntryHasher {
    let tables: [SealedTable]
    private let jurisdiction: Int32
    private let posting: (table: Int, amount: Int)?
    private var rows: [CopiedRows]
    private var leaf: [UInt8] = []
    private var lastID = Int64.min

    init(tables: [SealedTable], jurisdiction: Int32) {
        self.tables = tables
        self.jurisdiction = jurisdiction
        rows = Array(repeating: CopiedRows(), count: tables.count)
        posting = tables.firstIndex { $0.name == "posting" }.flatMap { index in
            tables[index].position(of: "amount_cents").map { (index, $0) }
        }
    }

    func load(
        numbers: ClosedRange<Int64>,
        ids: ClosedRange<Int64>,
        _ connection: isolated PostgresConnection
    ) async throws {
        lastID = .max
        for index in tables.indices {
            let table = tables[index]
            var loaded = CopiedRows()
            swap(&loaded, &rows[index])
            try await loaded.load(
                table.copy(jurisdiction: jurisdiction, numbers: numbers, ids: ids),
                of: table.name,
                entryPosition: table.entryPosition,
                connection
            )
            swap(&loaded, &rows[index])
        }
    }

    /// The leaf of an entry and the tables in which it has rows; its values go to the block's
    /// digests.
    func hash(_ id: Int64, into block: OpenBlock?) -> (leaf: [UInt8], tables: UInt128) {
        leaf.removeAll(keepingCapacity: true)
        leaf.append(contentsOf: LeafFormat.leafPrefix)
        var present: UInt128 = 0
        let fromStart = id <= lastID
        lastID = id
        for index in tables.indices {
            rows[index].seek(id, fromStart: fromStart)
            while rows[index].isAt(id) {
                present |= 1 << UInt128(index)
                append(index, into: block)
                rows[index].cursor += 1
            }
        }
        return (LeafFormat.hash(leaf), present)
    }

    private func append(_ index: Int, into block: OpenBlock?) {
        let table = tables[index]
        leaf.appendNetwork(table.tag)
        leaf.appendNetwork(Int32(table.columns.count))
        block?.digests[index].countRow()
        let amount = posting.flatMap { $0.table == index ? $0.amount : nil }
        rows[index].bytes.withUnsafeBytes { bytes in
            rows[index].values(in: bytes) { column, value in
                leaf.appendNetwork(table.columns[column].type)
                guard let value else { return leaf.appendNetwork(Int32(-1)) }
                leaf.appendNetwork(Int32(value.count))
                leaf.append(contentsOf: value)
                block?.digests[index].add(value, column: column)
                if column == amount, value.count == 8 {
                    block?.postedCents += Int128(Int64(network: value, at: 0))
                }
            }
        }
    }

    /// The values of all rows of an entry, table by table, as `hash` takes them.
    func rows(of id: Int64) -> [(table: Int, values: [[UInt8]?])] {
        var found: [(table: Int, values: [[UInt8]?])] = []
        for index in tables.indices {
            rows[index].seek(id, fromStart: true)
            while rows[index].isAt(id) {
                var values: [[UInt8]?] = []
                rows[index].bytes.withUnsafeBytes { bytes in
                    rows[index].values(in: bytes) { _, value in values.append(value.map(Array.init))
                    }
                }
                found.append((index, values))
                rows[index].cursor += 1
            }
        }
        return found
    }
}
