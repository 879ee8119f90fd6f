/// One field 60 or 62: a balance.
struct MT940Balance {
    let currency: String
    let balance: StatementBalance

    /// Reads a mark, a day, a currency and an amount.
    init(_ bytes: Bytes) throws(FieldFault) {
        let bytes = bytes.trimmedEnd
        guard let mark = bytes.first, mark == UInt8(ascii: "C") || mark == UInt8(ascii: "D"),
            bytes.at(1..<7).number != nil
        else { throw .recordInvalid }
        let letters = bytes.at(7..<10)
        guard letters.count == 3, letters.allSatisfy(\.isUppercase) else { throw .recordInvalid }
        currency = letters.text
        let amount = try MinorUnits.swift(bytes.dropFirst(10), currency: currency)
        guard let signed = mark == UInt8(ascii: "D") ? amount.negated : amount else {
            throw .amountOverflow
        }
        let day = DateField.sixDigits(bytes.at(1..<7), near: nil)
        balance = StatementBalance(amountMinor: signed, currency: currency, on: day)
    }
}

/// One field 90: how many lines and how much.
struct MT940Sum {
    let count: Int
    let currency: String
    let amount: Int64

    init(_ bytes: Bytes) throws(FieldFault) {
        let digits = bytes.prefix { $0.isDigit }
        guard let count = digits.number else { throw .recordInvalid }
        self.count = count
        let letters = bytes.dropFirst(digits.count).prefix(3)
        guard letters.count == 3, letters.allSatisfy(\.isUppercase) else { throw .recordInvalid }
        currency = letters.text
        let rest = bytes.dropFirst(digits.count + 3).trimmedEnd
        amount = try MinorUnits.swift(rest, currency: currency)
    }
}
