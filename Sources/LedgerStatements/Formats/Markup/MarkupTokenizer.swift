/// Tells tags from text in XML and in the SGML of OFX, as a stream.
///
/// It declares nothing, resolves nothing and looks nothing up: an entity is at most one character,
/// and a document type definition with contents ends the reading. What it finds does not depend on
/// how the bytes are chunked; memory stays within the limit of one token and one chunk.
struct MarkupTokenizer {
    enum Token {
        case open(name: Bytes, attributes: Bytes, isEmpty: Bool)
        case close(name: Bytes)
        /// Text as it stands in the file, or the contents of a CDATA section.
        case text(Bytes, isLiteral: Bool)
        /// What cannot be read on from; why is in words.
        case broken(StatementFinding.Code, String)
    }

    static let limit = 1 << 16

    /// The start of the last token and the number of opening tags up to it.
    private(set) var place = StatementPlace(record: 0, byteOffset: 0)
    /// Where the last token ends.
    private(set) var endOffset = 0

    private var buffer: [UInt8] = []
    private var start = 0
    private var isFinished = false
    /// How many bytes must be there before it is worth trying again.
    private var needed = 0

    mutating func feed(_ chunk: Bytes) {
        buffer.removeFirst(start)
        start = 0
        buffer += chunk
    }

    mutating func finish() { isFinished = true }

    /// The next token; nil when more bytes are needed, or at the end.
    mutating func next() -> Token? {
        while start < buffer.count, buffer.count - start >= needed || isFinished {
            let window = start..<start + min(buffer.count - start, Self.limit)
            let isFinal = isFinished && window.upperBound == buffer.count
            let piece = MarkupPiece(buffer[window], isFinal: isFinal)
            guard let length = piece.length else {
                if window.count == Self.limit || isFinal {
                    place.byteOffset = endOffset
                    start = buffer.count
                    return .broken(isFinal ? .truncated : .textTooLong, "a tag or text without end")
                }
                needed = (buffer.count - start) * 2
                return nil
            }
            needed = 0
            let bytes = buffer[start..<start + length]
            place.byteOffset = endOffset
            start += length
            endOffset += length
            if let token = token(piece, bytes) { return token }
        }
        return nil
    }

    private mutating func token(_ piece: MarkupPiece, _ bytes: Bytes) -> Token? {
        switch piece.kind {
        case .text: return .text(bytes, isLiteral: false)
        case .blank, .comment, .instruction: return nil
        case .literal: return .text(bytes.dropFirst(9).dropLast(3), isLiteral: true)
        case .declaration:
            guard bytes.contains(UInt8(ascii: "[")) else { return nil }
            return .broken(.markupInvalid, "a document type definition")
        case .close: return .close(name: bytes.dropFirst(2).dropLast().trimmedEnd)
        case .open:
            place.record += 1
            var inner = bytes.dropFirst().dropLast()
            let isEmpty = inner.last == UInt8(ascii: "/")
            if isEmpty { inner = inner.dropLast() }
            let end = inner.firstIndex { $0.isBlank } ?? inner.endIndex
            return .open(name: inner[..<end], attributes: inner[end...], isEmpty: isEmpty)
        }
    }
}

/// What stands at the beginning of some bytes of markup, and how long it is.
struct MarkupPiece {
    enum Kind {
        case text, blank, comment, instruction, literal, declaration, open, close
    }

    let kind: Kind
    /// The number of bytes; nil when its end is not among them.
    let length: Int?

    init(_ bytes: Bytes, isFinal: Bool) {
        var kind = Kind.text
        var length: Int?
        bytes.withUnsafeBufferPointer { bytes in
            let isTag = Self.beginsTag(bytes)
            (kind, length) = isTag ? Self.tag(bytes) : Self.text(bytes, isFinal: isFinal)
        }
        self.kind = kind
        self.length = length
    }

    /// A bracket that nothing like a name follows is text.
    private static func beginsTag(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard bytes.first == UInt8(ascii: "<") else { return false }
        guard let next = bytes.dropFirst().first else { return true }
        return next.isLetter || next == 0x2F || next == 0x3F || next == 0x21 || next == 0x5F
    }

    private static func text(
        _ bytes: UnsafeBufferPointer<UInt8>,
        isFinal: Bool
    ) -> (Kind, Int?) {
        var index = bytes.first == UInt8(ascii: "<") ? 1 : 0
        var isBlank = index == 0
        while index < bytes.count, bytes[index] != UInt8(ascii: "<") {
            isBlank = isBlank && bytes[index].isBlank
            index += 1
        }
        let isWhole = index < bytes.count || isFinal
        return (isBlank ? .blank : .text, isWhole ? index : nil)
    }

    private static func tag(_ bytes: UnsafeBufferPointer<UInt8>) -> (Kind, Int?) {
        if bytes.starts(with: "<!--".utf8) { return (.comment, end(of: bytes, "-->", from: 4)) }
        if bytes.starts(with: "<![CDATA[".utf8) {
            return (.literal, end(of: bytes, "]]>", from: 9))
        }
        // What may still become one of the two above.
        if bytes.count < 9, "<![CDATA[".utf8.starts(with: bytes) { return (.declaration, nil) }
        if bytes.count < 4, "<!--".utf8.starts(with: bytes) { return (.declaration, nil) }
        switch bytes.dropFirst().first {
        case UInt8(ascii: "?"): return (.instruction, end(of: bytes, "?>", from: 2))
        case UInt8(ascii: "!"): return (.declaration, closing(bytes))
        case UInt8(ascii: "/"): return (.close, closing(bytes))
        default: return (.open, closing(bytes))
        }
    }

    /// Just behind the bracket that closes a tag; quoted values of attributes may hold one.
    private static func closing(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        var quote: UInt8?
        var hasAttributes = false
        var index = 1
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == UInt8(ascii: ">") {
                return index
            } else if byte.isBlank {
                hasAttributes = true
            } else if hasAttributes, byte == 0x22 || byte == 0x27 {
                quote = byte
            }
        }
        return nil
    }

    private static func end(
        of bytes: UnsafeBufferPointer<UInt8>,
        _ ending: StaticString,
        from start: Int
    ) -> Int? {
        let count = ending.utf8CodeUnitCount
        var index = start
        while index + count <= bytes.count {
            let isEnd = ending.withUTF8Buffer { ending in
                (0..<count).allSatisfy { bytes[index + $0] == ending[$0] }
            }
            if isEnd { return index + count }
            index += 1
        }
        return nil
    }
}
