/// A run of bytes of the file.
typealias Bytes = ArraySlice<UInt8>

extension UInt8 {
    var isDigit: Bool { self >= 0x30 && self <= 0x39 }
    var isLetter: Bool { (self | 0x20) >= 0x61 && (self | 0x20) <= 0x7A }
    var isUppercase: Bool { self >= 0x41 && self <= 0x5A }
    /// A space, a tab or a line end.
    var isBlank: Bool { self == 0x20 || (self >= 0x09 && self <= 0x0D) }
}

extension ArraySlice<UInt8> {
    /// Without blanks at both ends.
    var trimmed: Bytes {
        let (start, end) = withUnsafeBufferPointer { bytes in
            var start = 0
            while start < bytes.count, bytes[start].isBlank { start += 1 }
            return (start, Self.endOfContent(bytes, from: start))
        }
        return self[(startIndex + start)..<(startIndex + end)]
    }

    /// Without blanks at the end.
    var trimmedEnd: Bytes {
        prefix(withUnsafeBufferPointer { Self.endOfContent($0, from: 0) })
    }

    private static func endOfContent(
        _ bytes: UnsafeBufferPointer<UInt8>,
        from start: Int
    ) -> Int {
        var end = bytes.count
        while end > start, bytes[end - 1].isBlank { end -= 1 }
        return end
    }

    /// A whole number of at most 18 digits and nothing else.
    var number: Int? {
        guard !isEmpty, count <= 18 else { return nil }
        return withUnsafeBufferPointer { bytes in
            var number = 0
            for byte in bytes {
                guard byte.isDigit else { return nil }
                number = number * 10 + Int(byte - 0x30)
            }
            return number
        }
    }

    /// The bytes at these places counted from the start, as far as there are any.
    func at(_ places: Range<Int>) -> Bytes {
        dropFirst(places.lowerBound).prefix(places.count)
    }

    /// As text: UTF-8 where it is that, else Windows-1252; a zero byte is not text anywhere.
    var decoded: (text: String, isUTF8: Bool) {
        let isPlain = withUnsafeBufferPointer { bytes in
            bytes.allSatisfy { $0 > 0 && $0 < 0x80 }
        }
        if isPlain { return (String(decoding: self, as: UTF8.self), true) }
        if let text = String(validating: self, as: UTF8.self) {
            return (text.replacing("\0", with: "\u{FFFD}"), true)
        }
        let scalars = map { Windows1252.scalar(of: $0) }
        return (String(String.UnicodeScalarView(scalars)), false)
    }

    /// As text, without a word about its encoding.
    var text: String { decoded.text }
}

extension StatementAssembler {
    /// As text without blanks at its ends; says once that a file is not UTF-8.
    mutating func text(_ bytes: Bytes, at place: StatementPlace) -> String {
        let (text, isUTF8) = bytes.trimmed.decoded
        if !isUTF8 { noteOnce(.textNotUTF8, at: place, "read as Windows-1252") }
        return text
    }
}
