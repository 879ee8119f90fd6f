/// Digs names out of the text of lines: what follows a known word, and patterns that stand alone.
///
/// Rules have a version. A change of what they find is a new version, so that keys kept with an
/// earlier one stay explained; the text itself is always kept.
package struct ReferenceRules: Sendable {
    package let version: Int
    private let words: [String: StatementReference.Kind]

    /// The rules in use.
    package static let current = ReferenceRules(
        version: 1,
        words: [
            "RECEIPT": .receipt, "RCPT": .receipt, "RCT": .receipt,
            "TICKET": .ticket, "DEPOSIT": .ticket, "DEP": .ticket, "SLIP": .ticket,
            "VOUCHER": .voucher, "VCHR": .voucher, "SF215": .voucher, "SF5515": .voucher,
            "TRACE": .trace, "TRN": .trace,
            "IMAD": .imad,
            "CHECK": .check, "CHEQUE": .check, "CHK": .check, "CK": .check,
            "CASE": .docket, "DOCKET": .docket,
            "DRAWDOWN": .drawdown, "DRAW": .drawdown,
            "AWARD": .award, "GRANT": .award,
            "EREF": .endToEnd, "KREF": .customer,
        ]
    )

    /// The keys in a text, in its order, each once.
    package func references(in text: String) -> [StatementReference] {
        var found: [StatementReference] = []
        var awaited: StatementReference.Kind?
        for word in Self.words(of: text) {
            if let kind = words[word] {
                awaited = kind
                continue
            }
            // Between a word and its number there may be NO, NUMBER or a letter.
            if word.utf8.count == 1 && awaited != nil && word.utf8.allSatisfy(\.isLetter)
                || Self.fillers.contains(word)
            {
                continue
            }
            let kind = awaited ?? Self.kind(ofLone: word)
            awaited = nil
            guard let kind, let key = Self.key(word, kind) else { continue }
            let reference = StatementReference(kind, key)
            if !found.contains(reference) { found.append(reference) }
        }
        return found
    }

    /// The keys that a line states and those in its text, in one form.
    package func references(of line: StatementLine) -> [StatementReference] {
        var found: [StatementReference] = []
        for stated in line.references {
            guard let key = Self.key(stated.key.uppercased(), stated.kind) else { continue }
            let reference = StatementReference(stated.kind, key)
            if !found.contains(reference) { found.append(reference) }
        }
        for reference in references(in: line.text) where !found.contains(reference) {
            found.append(reference)
        }
        return found
    }

    private static let fillers: Set = ["NO", "NR", "NUM", "NUMBER", "ID", "REF"]

    /// Upper-case words: letters, digits and the marks that stand within a key.
    private static func words(of text: String) -> [String] {
        var words: [String] = []
        var word: [UInt8] = []
        let bytes = Array(text.uppercased().utf8)
        for (index, byte) in bytes.enumerated() {
            // A colon stands within the numbers of federal dockets.
            let isWithinNumber =
                byte == 0x3A && word.last?.isDigit == true && index + 1 < bytes.count
                && bytes[index + 1].isDigit
            let isInner = byte.isLetter || byte.isDigit || byte == 0x2D || byte == 0x5F
            if isInner || isWithinNumber {
                word.append(byte)
            } else if !word.isEmpty {
                words.append(String(decoding: word, as: UTF8.self))
                word = []
            }
        }
        if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
        return words
    }

    /// What a word is that no other introduces: only forms that nothing else has.
    private static func kind(ofLone word: String) -> StatementReference.Kind? {
        let bytes = Array(word.utf8)
        // A Fedwire IMAD: the day, eight letters and digits of the source, six digits.
        if bytes.count == 22, bytes[..<8].allSatisfy(\.isDigit), bytes[16...].allSatisfy(\.isDigit),
            bytes.starts(with: "20".utf8), bytes[8..<16].contains(where: \.isLetter)
        {
            return .imad
        }
        return nil
    }

    /// A key without marks, leading zeros and what only repeats its kind; nil without a digit.
    private static func key(_ word: String, _ kind: StatementReference.Kind) -> String? {
        var bytes = word.utf8.filter { $0.isLetter || $0.isDigit }[...]
        guard bytes.contains(where: \.isDigit) else { return nil }
        if kind == .trace { return bytes.text }
        if kind != .docket, kind != .imad, kind != .award {
            for prefix in prefixes[kind] ?? [] where bytes.starts(with: prefix.utf8) {
                let rest = bytes.dropFirst(prefix.utf8.count)
                if rest.allSatisfy(\.isDigit) { bytes = rest }
            }
            while bytes.count > 1, bytes.first == 0x30 { bytes.removeFirst() }
        }
        return bytes.text
    }

    private static let prefixes: [StatementReference.Kind: [String]] = [
        .receipt: ["RCPT", "RCT", "R"], .ticket: ["DEP", "DT", "T"], .voucher: ["VCHR", "V"],
        .check: ["CHK", "CK"], .drawdown: ["DD", "D"],
    ]
}
