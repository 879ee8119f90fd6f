/// Changes files in the ways in which they get broken, and in some that only an enemy thinks of.
package struct Mutator: Sendable {
    /// Pieces that mean something in one of the formats.
    private static let dictionary: [[UInt8]] =
        [
            "/", ",", "88,", "16,", "49,", "98,", "99,", "03,", ",/", "\n", "\r\n", "\r", ":61:",
            ":86:", ":62F:", ":60F:", ":20:", "-}", "{4:", "<", ">", "</", "/>", "<!--", "-->",
            "<![CDATA[", "]]>", "&amp;", "&#0;", "&#x110000;", "<!DOCTYPE a [", "<STMTTRN>",
            "</STMTTRN>", "<Ntry>", "</Ntry>", "<Stmt>", "</Stmt>", "Ccy=\"JPY\"", "\"", "\"\"",
            ";",
            "^", "!Type:Bank", "DBIT", "CRDT", "PDNG", "9223372036854775807",
            "-9223372036854775808",
            "99999999999999999999", "0", "-", "+", ".", "1e9", "NaN", "\u{FEFF}", "\0", "é",
            "260230", "2026-13-45", "JPY", "KWD",
        ].map { Array($0.utf8) } + [[0xFF], [0xC3], [0xED, 0xA0, 0x80]]

    package init() {}

    /// A file made of one of the seeds by one to six changes.
    package func mutate(_ seeds: [[UInt8]], _ random: inout SplitMix64) -> [UInt8] {
        var bytes = seeds.randomElement(using: &random) ?? []
        for _ in 0..<Int.random(in: 1...6, using: &random) { change(&bytes, seeds, &random) }
        return bytes
    }

    private func change(_ bytes: inout [UInt8], _ seeds: [[UInt8]], _ random: inout SplitMix64) {
        let range = self.range(in: bytes, &random)
        switch Int.random(in: 0..<9, using: &random) {
        case 0: flip(&bytes, &random)
        case 1: bytes.removeSubrange(range)
        case 2 where bytes.count < 1 << 16:
            bytes.insert(contentsOf: bytes[range], at: range.lowerBound)
        case 3: bytes.removeSubrange(range.lowerBound...)
        case 4: splice(&bytes, at: range, seeds, &random)
        case 5, 6: changeDigit(&bytes, &random)
        case 7: dropLine(&bytes, from: range.lowerBound)
        default:
            let word = Self.dictionary.randomElement(using: &random) ?? []
            let isReplacing = Bool.random(using: &random)
            bytes.replaceSubrange(
                isReplacing ? range : range.lowerBound..<range.lowerBound,
                with: word
            )
        }
    }

    private func range(in bytes: [UInt8], _ random: inout SplitMix64) -> Range<Int> {
        let start = Int.random(in: 0...bytes.count, using: &random)
        let length = Int.random(in: 0...64, using: &random)
        return start..<min(start + length, bytes.count)
    }

    private func flip(_ bytes: inout [UInt8], _ random: inout SplitMix64) {
        guard let index = bytes.indices.randomElement(using: &random) else { return }
        bytes[index] ^= 1 << UInt8.random(in: 0..<8, using: &random)
    }

    private func splice(
        _ bytes: inout [UInt8],
        at range: Range<Int>,
        _ seeds: [[UInt8]],
        _ random: inout SplitMix64
    ) {
        let other = seeds.randomElement(using: &random) ?? []
        let piece = other[self.range(in: other, &random)]
        bytes.replaceSubrange(range, with: piece)
    }

    private func changeDigit(_ bytes: inout [UInt8], _ random: inout SplitMix64) {
        let start = Int.random(in: 0...bytes.count, using: &random)
        guard let index = bytes[start...].firstIndex(where: { (0x30...0x39).contains($0) }) else {
            return
        }
        bytes[index] = UInt8.random(in: 0x30...0x39, using: &random)
    }

    private func dropLine(_ bytes: inout [UInt8], from start: Int) {
        guard let first = bytes[start...].firstIndex(of: 0x0A),
            let second = bytes[(first + 1)...].firstIndex(of: 0x0A)
        else { return }
        bytes.removeSubrange(first..<second)
    }
}
