/// The legal public holidays of the United States, section 6103 of title 5.
public enum FederalHoliday: CaseIterable, Hashable, Sendable {
    /// 1 January.
    case newYear
    /// The third Monday in January, since 1986.
    case martinLutherKing
    /// The third Monday in February.
    case washington
    /// The last Monday in May.
    case memorial
    /// 19 June, since 2021.
    case juneteenth
    /// 4 July.
    case independence
    /// The first Monday in September.
    case labor
    /// The second Monday in October.
    case columbus
    /// 11 November.
    case veterans
    /// The fourth Thursday in November.
    case thanksgiving
    /// 25 December.
    case christmas

    /// The day in `year` on which it is observed: a Saturday's on the Friday before, which can lie
    /// in the year before, a Sunday's on the Monday after; nil before it was a holiday.
    public func observed(in year: Int) -> LedgerDate? {
        guard year >= firstYear, let day = try? day(in: year) else { return nil }
        switch day.weekday {
        case .saturday: return try? day.adding(days: -1)
        case .sunday: return try? day.adding(days: 1)
        default: return day
        }
    }

    private var firstYear: Int {
        switch self {
        case .martinLutherKing: 1986
        case .juneteenth: 2021
        default: 1979
        }
    }

    private func day(in year: Int) throws(LedgerRefusal) -> LedgerDate {
        switch self {
        case .newYear: try LedgerDate(year: year, month: 1, day: 1)
        case .martinLutherKing: try Self.nth(3, .monday, of: 1, in: year)
        case .washington: try Self.nth(3, .monday, of: 2, in: year)
        case .memorial: try Self.nth(1, .monday, onOrAfter: 25, of: 5, in: year)
        case .juneteenth: try LedgerDate(year: year, month: 6, day: 19)
        case .independence: try LedgerDate(year: year, month: 7, day: 4)
        case .labor: try Self.nth(1, .monday, of: 9, in: year)
        case .columbus: try Self.nth(2, .monday, of: 10, in: year)
        case .veterans: try LedgerDate(year: year, month: 11, day: 11)
        case .thanksgiving: try Self.nth(4, .thursday, of: 11, in: year)
        case .christmas: try LedgerDate(year: year, month: 12, day: 25)
        }
    }

    private static func nth(
        _ count: Int,
        _ weekday: Weekday,
        onOrAfter day: Int = 1,
        of month: Int,
        in year: Int
    ) throws(LedgerRefusal) -> LedgerDate {
        let first = try LedgerDate(year: year, month: month, day: day)
        let wait = (weekday.rawValue - first.weekday.rawValue + 7) % 7
        return try first.adding(days: wait + 7 * (count - 1))
    }
}

extension LedgerDate {
    /// The federal holiday observed on this day, if any.
    public var federalHoliday: FederalHoliday? {
        FederalHoliday.allCases.first { holiday in
            holiday.observed(in: year) == self || holiday.observed(in: year + 1) == self
        }
    }

    /// Whether the day is neither a Saturday, a Sunday nor a federal holiday.
    public var isFederalBusinessDay: Bool {
        weekday.rawValue < Weekday.saturday.rawValue && federalHoliday == nil
    }

    /// This day, or the next one that is a federal business day.
    public func federalBusinessDay() throws(LedgerRefusal) -> LedgerDate {
        var day = self
        while !day.isFederalBusinessDay { day = try day.adding(days: 1) }
        return day
    }

    /// The federal business day that is `count` of them after this day.
    public func adding(federalBusinessDays count: Int) throws(LedgerRefusal) -> LedgerDate {
        var day = self
        for _ in 0..<count { day = try day.adding(days: 1).federalBusinessDay() }
        return day
    }
}
