/// A day of the week, numbered as in ISO 8601.
public enum Weekday: Int, Sendable, CaseIterable {
    /// The first day of the week, 1.
    case monday = 1
    /// The second day of the week, 2.
    case tuesday
    /// The third day of the week, 3.
    case wednesday
    /// The fourth day of the week, 4.
    case thursday
    /// The fifth day of the week, 5.
    case friday
    /// The sixth day of the week, 6.
    case saturday
    /// The last day of the week, 7.
    case sunday
}

extension LedgerDate {
    /// The day of the week.
    public var weekday: Weekday {
        // 0001-01-01 was a Monday.
        let index = LedgerDate.earliest.days(until: self) % 7
        return Weekday(rawValue: index + 1) ?? .monday
    }

    /// The day `count` days later (earlier when negative), or `LG109` outside the calendar.
    public func adding(days count: Int) throws(LedgerRefusal) -> LedgerDate {
        let (sum, overflow) = Int(daysSince2000).addingReportingOverflow(count)
        guard !overflow, let days = Int32(exactly: sum) else {
            throw LedgerRefusal(.dateNotValid, detail: "\(self) and \(count) days")
        }
        return try LedgerDate(daysSince2000: days)
    }

    /// The same day `count` months later, or the last day of a shorter month; `LG109` outside.
    public func adding(months count: Int) throws(LedgerRefusal) -> LedgerDate {
        let (year, month, day) = components
        let (months, overflow) = (year * 12 + month - 1).addingReportingOverflow(count)
        guard !overflow, months >= 12, months < 120_000 else {
            throw LedgerRefusal(.dateNotValid, detail: "\(self) and \(count) months")
        }
        let length = LedgerDate.length(ofMonth: months % 12 + 1, year: months / 12)
        return try LedgerDate(year: months / 12, month: months % 12 + 1, day: min(day, length))
    }

    /// How many days lie between this day and a later one; negative when `other` is earlier.
    public func days(until other: LedgerDate) -> Int {
        Int(other.daysSince2000) - Int(daysSince2000)
    }

    /// The first day of this day's month.
    public var firstOfMonth: LedgerDate { shifted(by: 1 - day) }

    /// The last day of this day's month.
    public var lastOfMonth: LedgerDate {
        let (year, month, day) = components
        return shifted(by: LedgerDate.length(ofMonth: month, year: year) - day)
    }
}
