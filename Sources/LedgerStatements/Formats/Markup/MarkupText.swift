/// Character references in text of XML, SGML and the HTML that some banks put into it.
enum MarkupText {
    private static let named: [String: Unicode.Scalar] = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}",
    ]

    /// The text with its references turned into characters; one that is not known stays as it is.
    static func resolved(_ bytes: Bytes) -> Bytes {
        let ampersand = UInt8(ascii: "&")
        guard bytes.contains(ampersand) else { return bytes }
        var resolved = Bytes()
        var rest = bytes
        while let start = rest.firstIndex(of: ampersand) {
            resolved += rest[..<start]
            rest = rest[start...]
            guard let end = rest.prefix(12).firstIndex(of: UInt8(ascii: ";")),
                let scalar = scalar(rest[(start + 1)..<end])
            else {
                resolved.append(ampersand)
                rest = rest.dropFirst()
                continue
            }
            resolved += Bytes(String(scalar).utf8)
            rest = rest[(end + 1)...]
        }
        return resolved + rest
    }

    private static func scalar(_ name: Bytes) -> Unicode.Scalar? {
        guard name.first == UInt8(ascii: "#") else { return named[name.text] }
        let digits = name.dropFirst()
        let isHexadecimal = digits.first.map { $0 | 0x20 } == UInt8(ascii: "x")
        let number = isHexadecimal ? digits.dropFirst() : digits
        return UInt32(number.text, radix: isHexadecimal ? 16 : 10).flatMap(Unicode.Scalar.init)
    }
}
