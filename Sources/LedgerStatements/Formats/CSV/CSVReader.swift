/// Reads RFC 4180 as a stream: chunks of bytes in, located records and findings out.
///
/// Lines end with LF or CRLF; empty lines are passed over; a UTF-8 byte order mark at the start is
/// too. A bad record is reported once, with its bytes, and reading goes on with the next line:
/// after a record that cannot be told apart that is the line after the fault; after a quote that is
/// never closed, the line after the one where it opened. What is found does not depend on how the
/// bytes are cut into chunks. Memory stays within the record limit and one chunk.
package struct CSVReader {
    /// The number of fields that every further record must have; nil for any.
    package var expectedFieldCount: Int?

    private let separator: UInt8
    private let limit: Int
    private let isSpecial: [Bool]

    private var buffer: [UInt8] = []
    private var start = 0
    private var isFinished = false
    private var isAtStartOfFile = true
    private var isDiscarding = false
    /// How many bytes must be there before it is worth trying again; doubles, so that a record in
    /// many small chunks is not read over and over.
    private var needed = 0
    private var line = 1
    private var byteOffset = 0

    /// Makes a reader of records of at most `limit` bytes, line end included.
    package init(separator: UInt8 = UInt8(ascii: ","), limit: Int = 1 << 20) {
        precondition(limit >= 4, "a byte order mark and one more byte")
        self.separator = separator
        self.limit = limit
        isSpecial = CSVScanner.specials(separator: separator)
    }

    /// Adds the next bytes of the file.
    package mutating func feed(_ chunk: [UInt8]) {
        buffer.removeFirst(start)
        start = 0
        buffer += chunk
    }

    /// Says that no bytes follow.
    package mutating func finish() {
        isFinished = true
    }

    /// The next record or finding; nil when more bytes are needed, or at the end.
    package mutating func next() -> CSVItem? {
        if isAtStartOfFile {
            guard available >= 3 || isFinished else { return nil }
            isAtStartOfFile = false
            if buffer[start...].starts(with: [0xEF, 0xBB, 0xBF]) { consume(3) }
        }
        while available > 0, available >= needed || isFinished {
            needed = 0
            let item = isDiscarding ? discard() : scan()
            if let item { return item }
        }
        return nil
    }

    /// The next record or finding, asking for chunks as needed; nil at the end.
    package mutating func next(pulling chunk: () throws -> [UInt8]?) rethrows -> CSVItem? {
        while true {
            if let item = next() { return item }
            if isFinished { return nil }
            if let chunk = try chunk() { feed(chunk) } else { finish() }
        }
    }

    private var available: Int { buffer.count - start }

    /// The bytes that one record may take: no decision looks further.
    private var window: Range<Int> { start..<start + min(available, limit) }

    private var isWindowFinal: Bool { isFinished && window.upperBound == buffer.count }

    /// Reads one record; nil when an empty line was passed over or more bytes are needed.
    private mutating func scan() -> CSVItem? {
        let (outcome, scanner) = buffer.withUnsafeBufferPointer { bytes in
            isSpecial.withUnsafeBufferPointer { isSpecial in
                var scanner = CSVScanner(
                    UnsafeBufferPointer(rebasing: bytes[window]),
                    isSpecial: isSpecial,
                    separator: separator,
                    isFinal: isWindowFinal,
                    expecting: expectedFieldCount ?? 8
                )
                return (scanner.scan(), scanner)
            }
        }
        switch outcome {
        case .record(let length):
            return record(length, scanner)
        case .broken(let kind, let index):
            return reject(kind, at: index, throughLineOf: index)
        case .incomplete(.some(let quote)) where isWindowFinal:
            return reject(.unterminatedQuote, at: quote, throughLineOf: quote)
        case .incomplete(let quote) where window.count == limit:
            return reject(.recordTooLarge(limit: limit), at: quote ?? 0, throughLineOf: quote ?? 0)
        case .incomplete:
            needed = min(available * 2, limit)
            return nil
        }
    }

    private mutating func record(_ length: Int, _ scanner: CSVScanner) -> CSVItem? {
        let fields = scanner.fields
        if fields.count == 1, fields[0].content.upperBound == 0 {
            consume(length)
            line += 1
            return nil
        }
        let bytes = Array(buffer[start..<start + length])
        let record = CSVRecord(bytes: bytes, line: line, byteOffset: byteOffset, fields: fields)
        let finding = fault(of: record, scanner)
        consume(length)
        // Without a quoted field a record ends at its first line feed.
        line += bytes.count { $0 == UInt8(ascii: "\n") }
        return finding.map { .rejected($0, bytes: bytes) } ?? .record(record)
    }

    private func fault(of record: CSVRecord, _ scanner: CSVScanner) -> CSVFinding? {
        if let fault = scanner.fault { return finding(fault.kind, at: fault.index) }
        if !scanner.isASCII, let index = UTF8Validation.firstFault(in: record.bytes) {
            return finding(.invalidUTF8, at: index)
        }
        guard let expected = expectedFieldCount, record.count != expected else { return nil }
        if record.count > expected {
            let kind = CSVFinding.Kind.tooManyFields(expected: expected, found: record.count)
            return record.finding(kind, at: expected)
        }
        let kind = CSVFinding.Kind.tooFewFields(expected: expected, found: record.count)
        return record.finding(kind, at: record.count - 1)
    }

    /// Gives up the bytes through the end of the line that holds `index`.
    private mutating func reject(
        _ kind: CSVFinding.Kind,
        at index: Int,
        throughLineOf lineIndex: Int
    ) -> CSVItem? {
        let finding = finding(kind, at: index)
        return take(from: start + lineIndex).map { .rejected(finding, bytes: $0) }
    }

    /// Gives up more bytes of a record whose line did not end within the limit.
    private mutating func discard() -> CSVItem? {
        take(from: start).map { .rejectedRest(bytes: $0) }
    }

    /// Takes the bytes through the first line end at or after `index`; when there is none within
    /// the limit, takes what there is and goes on discarding; nil when more bytes are needed.
    private mutating func take(from index: Int) -> [UInt8]? {
        let lineFeed = buffer[index..<window.upperBound].firstIndex(of: UInt8(ascii: "\n"))
        let isCutShort = lineFeed == nil && !isWindowFinal
        if isCutShort, window.count < limit {
            needed = min(available * 2, limit)
            return nil
        }
        isDiscarding = isCutShort
        let bytes = Array(buffer[start..<(lineFeed.map { $0 + 1 } ?? window.upperBound)])
        consume(bytes.count)
        line += bytes.count { $0 == UInt8(ascii: "\n") }
        return bytes
    }

    private func finding(_ kind: CSVFinding.Kind, at index: Int) -> CSVFinding {
        let (line, column) = CSVPosition.of(index, in: buffer[window], firstLine: line)
        return CSVFinding(kind, line: line, column: column, byteOffset: byteOffset + index)
    }

    private mutating func consume(_ count: Int) {
        start += count
        byteOffset += count
    }
}
