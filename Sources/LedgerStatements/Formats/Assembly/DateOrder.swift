import LedgerModel

/// In which order a source writes year, month and day; files of numbers alone do not say it.
package enum DateOrder: String, CaseIterable, Sendable {
    case yearMonthDay, monthDayYear, dayMonthYear

    /// Reads a day: three numbers between `/`, `-`, `.`, `'` or blanks, or eight digits.
    ///
    /// Without an order only a year of four digits in front says enough. With one, a day that does
    /// not fit it is an error, not a hint at another order.
    static func parse(
        _ bytes: Bytes,
        order: DateOrder?
    ) -> Result<LedgerDate, DateFault> {
        let text = bytes.trimmed
        if text.count == 8, text.number != nil, order == nil || order == .yearMonthDay {
            return DateField.eightDigits(text).map { .success($0) } ?? .failure(.invalid)
        }
        let parts = text.prefix { $0 != UInt8(ascii: "T") }
            .split { [0x2F, 0x2D, 0x2E, 0x27, 0x20].contains($0) }
        guard parts.count >= 3, let first = parts[0].number, let second = parts[1].number,
            let third = parts[2].number
        else { return .failure(.invalid) }
        if order == .yearMonthDay || order == nil {
            guard parts[0].count == 4 else { return .failure(order == nil ? .ambiguous : .invalid) }
            return result(first, second, third)
        }
        guard parts.count == 3, parts[0].count <= 2, let year = year(third, parts[2], in: text)
        else { return .failure(.invalid) }
        return order == .monthDayYear
            ? result(year, first, second) : result(year, second, first)
    }

    /// Four digits as they are; two after an apostrophe lie in this century, by an old custom.
    private static func year(_ number: Int, _ digits: Bytes, in text: Bytes) -> Int? {
        if digits.count == 4 { return number }
        guard digits.count <= 2 else { return nil }
        if text.contains(UInt8(ascii: "'")) { return 2000 + number }
        return digits.count == 2 ? DateField.fullYear(number, near: nil) : nil
    }

    private static func result(
        _ year: Int,
        _ month: Int,
        _ day: Int
    ) -> Result<LedgerDate, DateFault> {
        DateField.day(year, month, day).map { .success($0) } ?? .failure(.invalid)
    }
}

/// Why a day cannot be read.
enum DateFault: Error {
    case ambiguous, invalid

    var code: StatementFinding.Code { self == .ambiguous ? .dateAmbiguous : .dateInvalid }
}
