/// How the bytes of a file stand for letters.
enum FileEncoding: String, CaseIterable, Hashable, Sendable {
    case utf8 = "utf-8"
    case latin1 = "iso-8859-1"
    case windows1252 = "windows-1252"

    /// What windows-1252 has from 0x80 to 0x9F; the five places that it leaves open stay controls.
    private static let upper: [Unicode.Scalar] =
        Array(
            "\u{20AC}\u{81}\u{201A}\u{192}\u{201E}\u{2026}\u{2020}\u{2021}\u{2C6}\u{2030}\u{160}"
                .unicodeScalars
        )
        + Array(
            "\u{2039}\u{152}\u{8D}\u{17D}\u{8F}\u{90}\u{2018}\u{2019}\u{201C}\u{201D}\u{2022}"
                .unicodeScalars
        )
        + Array(
            "\u{2013}\u{2014}\u{2DC}\u{2122}\u{161}\u{203A}\u{153}\u{9D}\u{17E}\u{178}"
                .unicodeScalars
        )

    /// The same text as UTF-8.
    func decoded(_ bytes: [UInt8]) -> [UInt8] {
        guard self != .utf8, bytes.contains(where: { $0 >= 0x80 }) else { return bytes }
        var text = String.UnicodeScalarView()
        for byte in bytes {
            let isUpper = self == .windows1252 && (0x80...0x9F) ~= byte
            text.append(isUpper ? Self.upper[Int(byte) - 0x80] : Unicode.Scalar(byte))
        }
        return Array(String(text).utf8)
    }

    /// UTF-8 text in this encoding; a letter that it does not have becomes a question mark.
    func encoded(_ bytes: [UInt8]) -> [UInt8] {
        guard self != .utf8, bytes.contains(where: { $0 >= 0x80 }) else { return bytes }
        return String(decoding: bytes, as: UTF8.self).unicodeScalars.map { scalar in
            if self == .windows1252, let index = Self.upper.firstIndex(of: scalar) {
                return UInt8(0x80 + index)
            }
            return UInt8(exactly: scalar.value) ?? UInt8(ascii: "?")
        }
    }
}
