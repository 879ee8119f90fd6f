import PostgresClient

/// Rows as `COPY … (FORMAT binary)` sends them, in one piece of memory that is used again.
struct CopiedRows {
    private static let headerLength = 19

    private(set) var bytes: [UInt8] = []
    /// Where each row begins.
    private(set) var starts: [Int] = []
    /// The entry of each row.
    private(set) var entries: [Int64] = []
    var cursor = 0

    mutating func load(
        _ sql: String,
        of table: String,
        entryPosition: Int,
        _ connection: isolated PostgresConnection
    ) async throws {
        bytes.removeAll(keepingCapacity: true)
        starts.removeAll(keepingCapacity: true)
        entries.removeAll(keepingCapacity: true)
        cursor = 0
        try await connection.copyOut(sql) { bytes.append(contentsOf: $0) }
        guard index(entryPosition) else { throw VerifierError.malformedRows(table) }
    }

    /// Finds the rows; false when the bytes do not end as they must.
    private mutating func index(_ entryPosition: Int) -> Bool {
        bytes.withUnsafeBytes { bytes in
            var offset = Self.headerLength
            while offset + 2 <= bytes.count {
                let columns = Int(Int16(network: bytes, at: offset))
                if columns == -1 { return offset + 2 == bytes.count }
                starts.append(offset)
                offset += 2
                for column in 0..<columns {
                    guard offset + 4 <= bytes.count else { return false }
                    let length = max(0, Int(Int32(network: bytes, at: offset)))
                    offset += 4
                    guard offset + length <= bytes.count else { return false }
                    if column == entryPosition {
                        guard length == 8 else { return false }
                        entries.append(Int64(network: bytes, at: offset))
                    }
                    offset += length
                }
            }
            return false
        }
    }

    /// Moves to the rows of an entry; forward only, unless told to look from the beginning.
    mutating func seek(_ entry: Int64, fromStart: Bool) {
        if fromStart { cursor = 0 }
        guard cursor < entries.count, entries[cursor] < entry else { return }
        var (low, high) = (cursor, entries.count)
        var step = 1
        while low + step < high, entries[low + step] < entry {
            low += step
            step *= 2
        }
        high = min(high, low + step)
        while low < high {
            let middle = (low + high) / 2
            if entries[middle] < entry { low = middle + 1 } else { high = middle }
        }
        cursor = low
    }

    func isAt(_ entry: Int64) -> Bool { cursor < entries.count && entries[cursor] == entry }

    /// Calls the body with each value of the row at the cursor: column, then offset and length.
    @inline(__always)
    func values(
        in bytes: UnsafeRawBufferPointer,
        _ body: (_ column: Int, _ value: UnsafeRawBufferPointer?) -> Void
    ) {
        var offset = starts[cursor]
        let columns = Int(Int16(network: bytes, at: offset))
        offset += 2
        for column in 0..<columns {
            let length = Int(Int32(network: bytes, at: offset))
            offset += 4
            if length < 0 {
                body(column, nil)
            } else {
                body(column, UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + length]))
                offset += length
            }
        }
    }
}
