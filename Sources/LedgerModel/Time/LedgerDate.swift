/// A day of the proleptic Gregorian calendar, from year 1 to 9999, without time or zone.
public struct LedgerDate: Hashable, Sendable {
    /// Days after 2000-01-01, as PostgreSQL stores a date.
    public let daysSince2000: Int32

    /// The first day that can be written: 0001-01-01.
    public static let earliest = LedgerDate(unchecked: -730_119)

    /// The last day that can be written: 9999-12-31.
    public static let latest = LedgerDate(unchecked: 2_921_939)

    private init(unchecked days: Int32) { daysSince2000 = days }

    /// The day `count` days later; only for steps that stay inside the month.
    func shifted(by count: Int) -> LedgerDate {
        LedgerDate(unchecked: daysSince2000 + Int32(count))
    }

    /// Makes the day `days` after 2000-01-01, or `LG109` outside years 1 to 9999.
    public init(daysSince2000 days: Int32) throws(LedgerRefusal) {
        let range = LedgerDate.earliest.daysSince2000...LedgerDate.latest.daysSince2000
        guard range.contains(days) else {
            throw LedgerRefusal(.dateNotValid, detail: "day \(days) after 2000-01-01")
        }
        daysSince2000 = days
    }

    /// Makes a day, or refuses with `LG109` one that the calendar does not have.
    public init(year: Int, month: Int, day: Int) throws(LedgerRefusal) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= LedgerDate.length(ofMonth: month, year: year)
        else { throw LedgerRefusal(.dateNotValid, detail: "\(year)-\(month)-\(day)") }
        daysSince2000 = LedgerDate.days(year: year, month: month, day: day)
    }

    /// Reads `YYYY-MM-DD` and nothing else, or refuses with `LG109`.
    public init(iso text: String) throws(LedgerRefusal) {
        let bytes = Array(text.utf8)
        let refusal = LedgerRefusal(.dateNotValid, detail: "\"\(text.prefix(40))\"")
        guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D else { throw refusal }
        func number(_ range: Range<Int>) -> Int? {
            bytes[range].reduce(Optional(0)) { sum, byte in
                guard let sum, (0x30...0x39).contains(byte) else { return nil }
                return sum * 10 + Int(byte - 0x30)
            }
        }
        guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10) else {
            throw refusal
        }
        do { try self.init(year: year, month: month, day: day) } catch { throw refusal }
    }

    /// Year, month (1 to 12) and day of the month.
    public var components: (year: Int, month: Int, day: Int) {
        // Counted from 1 March of year 0, so that the leap day ends its year.
        let days = Int(daysSince2000) + 730_425
        let era = days / 146_097
        let dayOfEra = days - era * 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * shifted + 2) / 5 + 1)
    }

    /// The year, 1 to 9999.
    public var year: Int { components.year }

    /// The month, 1 to 12.
    public var month: Int { components.month }

    /// The day of the month, 1 to 31.
    public var day: Int { components.day }

    private static func days(year: Int, month: Int, day: Int) -> Int32 {
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = shiftedYear / 400
        let yearOfEra = shiftedYear - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return Int32(era * 146_097 + dayOfEra - 730_425)
    }

    static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

extension LedgerDate: Comparable {
    /// Orders days by time.
    public static func < (left: LedgerDate, right: LedgerDate) -> Bool {
        left.daysSince2000 < right.daysSince2000
    }
}

extension LedgerDate: CustomStringConvertible {
    /// The day as `YYYY-MM-DD`.
    public var description: String {
        let (year, month, day) = components
        func padded(_ number: Int, _ width: Int) -> String {
            let digits = String(number)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }
}

extension LedgerDate: Codable {
    /// Reads `YYYY-MM-DD`.
    public init(from decoder: any Decoder) throws {
        try self.init(iso: decoder.singleValueContainer().decode(String.self))
    }

    /// Writes `YYYY-MM-DD`.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
