import Crypto
import LedgerModel
import LedgerStatements

/// What is kept of the texts in bank files.
///
/// They may name payers, whom the ledger does not want to know: texts are cut, and of a number
/// that could open an account the last four digits stay.
enum BankText {
    /// How many characters of a line's text are kept.
    static let lineLimit = 500

    /// The text within a limit, without control characters and long numbers.
    static func kept(_ text: String, upTo limit: Int) -> String {
        let plain = text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F } ? text : printable(text)
        guard plain.utf8.count(where: isDigit) >= 9 else { return cut(plain, limit) }
        let masked = cut(maskingLongNumbers(plain), limit)
        guard SensitiveText.found(in: masked) != nil else { return masked }
        // In groups, as on a card: none of its digits stays.
        return String(masked.map { $0.isASCII && $0.isNumber ? "*" : $0 })
    }

    /// A name that must stay different from others: what masking took away is told by a hash.
    static func name(_ text: String, upTo limit: Int) -> String {
        let kept = kept(text, upTo: limit - 17)
        guard kept != text else { return kept }
        let hash = SHA256.hash(data: Array(text.utf8)).prefix(8)
        return "\(kept)#\(hash.map { hex($0) }.joined())"
    }

    /// The references of a line in one form, without accounts of payers.
    static func references(
        of line: StatementLine,
        _ rules: ReferenceRules
    ) -> [(kind: String, key: String)] {
        rules.references(of: line).prefix(20).compactMap { reference in
            guard reference.kind != .payee, !looksLikeIBAN(reference.key) else { return nil }
            return (reference.kind.rawValue, String(reference.key.prefix(60)))
        }
    }

    /// A trace without marks; nil for none.
    static func trace(_ text: String?) -> String? {
        let kept = String(
            text?.unicodeScalars.filter { isPartOfName($0) }.map(Character.init) ?? []
        )
        return kept.isEmpty ? nil : String(kept.prefix(60))
    }

    private static func looksLikeIBAN(_ key: String) -> Bool {
        let bytes = Array(key.utf8)
        return bytes.count >= 15 && bytes[..<2].allSatisfy { !isDigit($0) }
            && bytes[2..<4].allSatisfy(isDigit) && SensitiveText.found(in: key) != nil
    }

    private static func printable(_ text: String) -> String {
        let scalars = text.unicodeScalars.map { scalar in
            scalar.properties.generalCategory == .control ? " " : scalar
        }
        return String(String.UnicodeScalarView(scalars))
    }

    private static func cut(_ text: String, _ limit: Int) -> String {
        guard text.unicodeScalars.count > limit else { return text }
        return String(String.UnicodeScalarView(text.unicodeScalars.prefix(limit)))
    }

    private static func maskingLongNumbers(_ text: String) -> String {
        var result: [UInt8] = []
        var run: [UInt8] = []
        func settle() {
            result += run.count >= 9 ? Array("****".utf8) + run.suffix(4) : run
            run = []
        }
        for byte in text.utf8 {
            if isDigit(byte) {
                run.append(byte)
            } else {
                settle()
                result.append(byte)
            }
        }
        settle()
        return String(decoding: result, as: UTF8.self)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39) ~= byte }

    private static func isPartOfName(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9") ~= scalar)
    }

    static func hex(_ byte: UInt8) -> String {
        let text = String(byte, radix: 16)
        return byte < 16 ? "0\(text)" : text
    }
}
