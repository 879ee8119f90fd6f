import Crypto

/// Counts the rows of one table in one block and digests each of its columns.
struct TableDigest {
    private(set) var rows = 0
    private var columns: [ColumnDigest]

    init(columns: Int) { self.columns = Array(repeating: ColumnDigest(), count: columns) }

    mutating func countRow() { rows += 1 }

    mutating func add(_ value: UnsafeRawBufferPointer, column: Int) { columns[column].add(value) }

    /// Each column's digest in hex.
    func hex() -> [String] { columns.map { $0.hex() } }
}

/// Gathers small values, so that the hash is fed in pieces worth its while.
private struct ColumnDigest {
    private static let pieceLength = 4096
    private var hasher = SHA256()
    private var pending: [UInt8] = []

    mutating func add(_ value: UnsafeRawBufferPointer) {
        pending.append(contentsOf: value)
        guard pending.count >= Self.pieceLength else { return }
        pending.withUnsafeBytes { hasher.update(bufferPointer: $0) }
        pending.removeAll(keepingCapacity: true)
    }

    func hex() -> String {
        var last = hasher
        pending.withUnsafeBytes { last.update(bufferPointer: $0) }
        return Hex.text(last.finalize().prefix(8))
    }
}
