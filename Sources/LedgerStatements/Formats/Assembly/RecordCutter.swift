/// Cuts bytes into records: at LF, CRLF or CR, or after a fixed width where line ends may lack.
///
/// What is cut does not depend on how the bytes are chunked. Memory stays within the limit and one
/// chunk.
struct RecordCutter {
    enum Cut {
        case record(SourceRecord)
        /// No line end within the limit.
        case tooLong(StatementPlace)
    }

    private let limit: Int
    private let width: Int?
    private var buffer: [UInt8] = []
    private var start = 0
    /// Where to go on looking for a line end.
    private var scanned = 0
    private var isFinished = false
    private var isAtStartOfFile = true
    /// Where the next record stands.
    private(set) var place = StatementPlace(record: 1, byteOffset: 0)

    /// Records of at most `limit` bytes; with a `width`, of at most that many and not blank.
    init(limit: Int = 1 << 16, width: Int? = nil) {
        self.limit = limit
        self.width = width
    }

    mutating func feed(_ chunk: Bytes) {
        buffer.removeFirst(start)
        scanned -= start
        start = 0
        buffer += chunk
    }

    mutating func finish() { isFinished = true }

    /// The next record; nil when more bytes are needed, or at the end.
    mutating func next() -> Cut? {
        if isAtStartOfFile {
            guard buffer.count >= 3 || isFinished else { return nil }
            isAtStartOfFile = false
            if buffer.starts(with: [0xEF, 0xBB, 0xBF]) { consume(3) }
        }
        if width != nil { passOverBlanks() }
        guard start < buffer.count else { return nil }
        let reach = min(width ?? limit, buffer.count - start)
        guard let end = lineEnd(before: start + reach) else {
            if let width, reach == width { return record(length: width, end: width) }
            if reach == limit { return .tooLong(place) }
            guard isFinished else { return nil }
            return record(length: reach, end: reach)
        }
        guard buffer[end] == 0x0D else {
            return record(length: end - start, end: end - start + 1)
        }
        guard end + 1 < buffer.count || isFinished else { return nil }
        let isPair = end + 1 < buffer.count && buffer[end + 1] == 0x0A
        return record(length: end - start, end: end - start + (isPair ? 2 : 1))
    }

    private mutating func lineEnd(before bound: Int) -> Int? {
        let from = max(scanned, start)
        let found: Int? = buffer.withUnsafeBufferPointer { bytes in
            var index = from
            while index < bound {
                if bytes[index] == 0x0A || bytes[index] == 0x0D { return index }
                index += 1
            }
            return nil
        }
        scanned = found ?? max(bound, from)
        return found
    }

    private mutating func passOverBlanks() {
        while start < buffer.count, buffer[start].isBlank { consume(1) }
    }

    private mutating func record(length: Int, end: Int) -> Cut {
        let record = SourceRecord(bytes: buffer[start..<start + length], place: place)
        consume(end)
        place.record += 1
        return .record(record)
    }

    private mutating func consume(_ count: Int) {
        start += count
        scanned = max(scanned, start)
        place.byteOffset += count
    }
}

/// One line or record of a file, without its end.
struct SourceRecord {
    let bytes: Bytes
    let place: StatementPlace

    var byteRange: Range<Int> { place.byteOffset..<place.byteOffset + bytes.count }
}
