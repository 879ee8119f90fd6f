/// A text taken apart into runs of digits and runs of letters and digits.
struct TextGroups {
    struct Run {
        let range: Range<Int>
        /// What stands between the run before and this one, when that is a single separator.
        let separator: UInt8?
    }

    private let bytes: [UInt8]
    let digits: [Run]
    let words: [Run]

    init(_ text: String) {
        let bytes = text.unicodeScalars.map(Self.plain)
        self.bytes = bytes
        digits = Self.runs(of: bytes, by: Self.isDigit)
        words = Self.runs(of: bytes, by: Self.isPartOfWord)
    }

    static func isPartOfWord(_ byte: UInt8) -> Bool { isDigit(byte) || isLetter(byte) }

    /// Three, two and four digits with the same separator.
    func isSocialSecurityNumber(at index: Int) -> Bool {
        guard index + 2 < digits.count, let separator = digits[index + 1].separator else {
            return false
        }
        let lengths = digits[index...index + 2].map(\.range.count)
        return lengths == [3, 2, 4] && digits[index + 2].separator == separator
    }

    /// A card number that begins with this run.
    func isCard(at first: Int, _ field: SensitiveText.Field) -> Bool {
        var lengths: [Int] = []
        var number: [UInt8] = []
        for run in digits[first...] {
            guard lengths.isEmpty || run.separator != nil else { return false }
            lengths.append(run.range.count)
            number += bytes[run.range]
            if number.count > 19 { return false }
            if number.count >= 13, Self.isGrouping(lengths, field), Self.passesLuhn(number) {
                return true
            }
        }
        return false
    }

    /// 13 to 19 digits together that begin as payment cards do and pass the Luhn check.
    func isWholeCard(_ run: Run) -> Bool {
        let number = bytes[run.range].map { $0 & 0x0F }
        guard (13...19).contains(number.count), Self.passesLuhn(Array(bytes[run.range])) else {
            return false
        }
        return (3...6).contains(number[0])
            || number.count == 16 && number[0] == 2 && (2...7).contains(number[1])
    }

    /// An IBAN that begins with this run.
    func isIBAN(at first: Int, _ field: SensitiveText.Field) -> Bool {
        var text: [UInt8] = []
        for (index, run) in words[first...].enumerated() {
            let isConnected =
                run.separator == UInt8(ascii: " ") || run.separator == UInt8(ascii: "-")
            guard index == 0 || isConnected && run.range.count <= 4 else { return false }
            text += bytes[run.range].map(Self.upper)
            if index == 0 {
                guard text.count >= 4, text[0..<2].allSatisfy(Self.isLetter),
                    text[2..<4].allSatisfy(Self.isDigit)
                else { return false }
            }
            if text.count > 34 { return false }
            let isWhole = index > 0 || field == .words
            if text.count >= 15, isWhole, Self.hasIBANCheck(text) { return true }
            if run.range.count != 4 { return false }
        }
        return false
    }

    /// Whether nine digits may be a Social Security or a taxpayer number.
    func mayNamePerson(_ run: Run) -> Bool {
        let number = bytes[run.range].map { $0 & 0x0F }
        guard number.count == 9 else { return false }
        let isArea = number[0..<3] != [0, 0, 0] && number[0..<3] != [6, 6, 6]
        return isArea && number[3..<5] != [0, 0] && number[5..<9] != [0, 0, 0, 0]
    }

    /// Words may group a card number anyhow; a reference is one only as cards are printed.
    private static func isGrouping(_ lengths: [Int], _ field: SensitiveText.Field) -> Bool {
        switch field {
        case .words:
            return lengths.dropLast().allSatisfy { $0 >= 3 }
        case .reference, .slip, .key:
            if lengths == [4, 6, 5] || lengths == [4, 6, 4] { return true }
            return lengths.count >= 4 && lengths.dropLast().allSatisfy { $0 == 4 }
                && lengths[lengths.count - 1] <= 4
        }
    }

    private static func passesLuhn(_ number: [UInt8]) -> Bool {
        let sum = number.reversed().enumerated().reduce(0) { sum, next in
            let digit = Int(next.element & 0x0F)
            return sum + (next.offset % 2 == 0 ? digit : digit * 2 > 9 ? digit * 2 - 9 : digit * 2)
        }
        return sum % 10 == 0
    }

    private static func hasIBANCheck(_ text: [UInt8]) -> Bool {
        let rest = (text[4...] + text[..<4]).reduce(0) { rest, byte in
            isDigit(byte)
                ? (rest * 10 + Int(byte & 0x0F)) % 97
                : (rest * 100 + Int(byte - UInt8(ascii: "A")) + 10) % 97
        }
        return rest == 1
    }

    private static func runs(of bytes: [UInt8], by isInside: (UInt8) -> Bool) -> [Run] {
        var runs: [Run] = []
        var index = 0
        while index < bytes.count {
            guard isInside(bytes[index]) else {
                index += 1
                continue
            }
            let start = index
            while index < bytes.count, isInside(bytes[index]) { index += 1 }
            let isNext = runs.last.map { $0.range.upperBound == start - 1 } ?? false
            let separator = isNext && isSeparator(bytes[start - 1]) ? bytes[start - 1] : nil
            runs.append(Run(range: start..<index, separator: separator))
        }
        return runs
    }

    /// Dashes and spaces of every kind are the plain ones; what else is not ASCII is no part.
    private static func plain(_ scalar: Unicode.Scalar) -> UInt8 {
        switch scalar.value {
        case ..<0x80: UInt8(scalar.value)
        case 0x2010...0x2015, 0x2212: UInt8(ascii: "-")
        case 0xA0, 0x2007, 0x2009, 0x202F: UInt8(ascii: " ")
        default: UInt8(ascii: "?")
        }
    }

    private static func isSeparator(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39) ~= byte }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A) ~= byte | 0x20 }

    private static func upper(_ byte: UInt8) -> UInt8 { isLetter(byte) ? byte & 0xDF : byte }
}
