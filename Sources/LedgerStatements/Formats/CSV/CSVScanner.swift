/// Finds the fields of one record in the bytes at hand.
struct CSVScanner {
    enum Outcome {
        /// The record ends before `length`.
        case record(length: Int)
        /// The bytes end before the record does; inside a quoted field its quote is at `openQuote`.
        case incomplete(openQuote: Int?)
        /// The record cannot be told apart; what is wrong is at `index`.
        case broken(CSVFinding.Kind, at: Int)
    }

    private static let quote = UInt8(ascii: "\"")
    private static let lineFeed = UInt8(ascii: "\n")
    private static let carriageReturn = UInt8(ascii: "\r")

    private let bytes: UnsafeBufferPointer<UInt8>
    /// Not zero for each byte that a scan must look at.
    private let isSpecial: UnsafeBufferPointer<Bool>
    private let separator: UInt8
    /// Whether no byte follows these.
    private let isFinal: Bool
    private var index = 0

    private(set) var fields: [CSVField] = []
    /// A fault that does not hide where the record ends.
    private(set) var fault: (kind: CSVFinding.Kind, index: Int)?
    private(set) var isASCII = true

    init(
        _ bytes: UnsafeBufferPointer<UInt8>,
        isSpecial: UnsafeBufferPointer<Bool>,
        separator: UInt8,
        isFinal: Bool,
        expecting fieldCount: Int
    ) {
        self.bytes = bytes
        self.isSpecial = isSpecial
        self.separator = separator
        self.isFinal = isFinal
        fields.reserveCapacity(fieldCount)
    }

    /// Which bytes a scan must look at.
    static func specials(separator: UInt8) -> [Bool] {
        (0...UInt8.max).map { byte in
            byte == separator || byte == quote || byte == lineFeed || byte == carriageReturn
                || byte == 0 || byte >= 0x80
        }
    }

    /// Reads fields up to the end of the record.
    mutating func scan() -> Outcome {
        while true {
            let isQuoted = index < bytes.count && bytes[index] == Self.quote
            if let outcome = isQuoted ? scanQuoted() : scanPlain() { return outcome }
        }
    }

    /// Reads an unquoted field; nil when another field follows.
    private mutating func scanPlain() -> Outcome? {
        let start = index
        while index < bytes.count {
            let byte = bytes[index]
            guard isSpecial[Int(byte)] else {
                index += 1
                continue
            }
            if byte == separator || byte == Self.lineFeed {
                append(start..<index, openedAt: start)
                index += 1
                return byte == separator ? nil : .record(length: index)
            }
            if byte == Self.quote { return .broken(.strayQuote, at: index) }
            if byte == Self.carriageReturn {
                if index + 1 < bytes.count, bytes[index + 1] == Self.lineFeed {
                    append(start..<index, openedAt: start)
                    return .record(length: index + 2)
                }
                if index + 1 == bytes.count, !isFinal { return .incomplete(openQuote: nil) }
                note(.strayCarriageReturn)
            }
            passOver(byte)
        }
        guard isFinal else { return .incomplete(openQuote: nil) }
        append(start..<index, openedAt: start)
        return .record(length: index)
    }

    /// Reads a quoted field; nil when another field follows.
    private mutating func scanQuoted() -> Outcome? {
        let open = index
        var hasDoubledQuotes = false
        index += 1
        while index < bytes.count {
            let byte = bytes[index]
            guard byte == Self.quote else {
                if isSpecial[Int(byte)] { passOver(byte) } else { index += 1 }
                continue
            }
            if index + 1 < bytes.count, bytes[index + 1] == Self.quote {
                hasDoubledQuotes = true
                index += 2
                continue
            }
            if index + 1 == bytes.count, !isFinal { return .incomplete(openQuote: open) }
            append(open + 1..<index, openedAt: open, hasDoubledQuotes: hasDoubledQuotes)
            index += 1
            return afterClosingQuote()
        }
        return .incomplete(openQuote: open)
    }

    private mutating func afterClosingQuote() -> Outcome? {
        guard index < bytes.count else { return .record(length: index) }
        switch bytes[index] {
        case separator:
            index += 1
            return nil
        case Self.lineFeed: return .record(length: index + 1)
        case Self.carriageReturn where index + 1 == bytes.count && !isFinal:
            return .incomplete(openQuote: nil)
        case Self.carriageReturn where index + 1 < bytes.count && bytes[index + 1] == Self.lineFeed:
            return .record(length: index + 2)
        default: return .broken(.textAfterQuote, at: index)
        }
    }

    private mutating func passOver(_ byte: UInt8) {
        if byte == 0 { note(.nulByte) }
        if byte >= 0x80 { isASCII = false }
        index += 1
    }

    private mutating func note(_ kind: CSVFinding.Kind) {
        if fault == nil { fault = (kind, index) }
    }

    private mutating func append(
        _ content: Range<Int>,
        openedAt start: Int,
        hasDoubledQuotes: Bool = false
    ) {
        fields.append(
            CSVField(start: start, content: content, hasDoubledQuotes: hasDoubledQuotes)
        )
    }
}
