import LedgerModel

/// Reads days as files write them.
enum DateField {
    /// `YYMMDD`; the century is the one that brings the year nearest to `anchor`.
    static func sixDigits(_ bytes: ArraySlice<UInt8>, near anchor: LedgerDate?) -> LedgerDate? {
        guard bytes.count == 6, let number = bytes.number else { return nil }
        let year = fullYear(number / 10_000, near: anchor)
        return day(year, number / 100 % 100, number % 100)
    }

    /// `YYYYMMDD`.
    static func eightDigits(_ bytes: ArraySlice<UInt8>) -> LedgerDate? {
        guard bytes.count == 8, let number = bytes.number else { return nil }
        return day(number / 10_000, number / 100 % 100, number % 100)
    }

    /// `YYYY-MM-DD` and whatever time follows it: the day as written, in its own zone.
    static func iso(_ bytes: ArraySlice<UInt8>) -> LedgerDate? {
        let date = bytes.prefix(10)
        guard date.count == 10, date[date.startIndex + 4] == UInt8(ascii: "-"),
            date[date.startIndex + 7] == UInt8(ascii: "-"),
            let year = date.prefix(4).number, let month = date.dropFirst(5).prefix(2).number,
            let dayOfMonth = date.dropFirst(8).number
        else { return nil }
        return day(year, month, dayOfMonth)
    }

    static func day(_ year: Int, _ month: Int, _ day: Int) -> LedgerDate? {
        try? LedgerDate(year: year, month: month, day: day)
    }

    /// The full year of two digits: nearest to `anchor`, else 1970 to 2069.
    static func fullYear(_ twoDigits: Int, near anchor: LedgerDate?) -> Int {
        guard let near = anchor?.year else { return twoDigits + (twoDigits < 70 ? 2000 : 1900) }
        let year = near / 100 * 100 + twoDigits
        if year - near > 50 { return year - 100 }
        return near - year > 50 ? year + 100 : year
    }
}
