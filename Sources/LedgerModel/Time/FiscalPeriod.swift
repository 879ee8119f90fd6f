/// A month, quarter or year of a fund's fiscal calendar, with both its end days inside.
///
/// A fiscal year is named by the calendar year in which it ends: fiscal year 2025 of a fund that
/// starts in October runs from 2024-10-01 to 2025-09-30.
public struct FiscalPeriod: Hashable, Sendable {
    /// The first day of the period.
    public let first: LedgerDate

    /// The last day of the period.
    public let last: LedgerDate

    /// Makes the period of `months` months starting on `first`, or `LG109` off the calendar.
    init(first: LedgerDate, months: Int) throws(LedgerRefusal) {
        self.first = first
        last = try first.adding(months: months).adding(days: -1)
    }

    /// The name of the fiscal year in which `date` lies; `startMonth` is 1 to 12.
    public static func fiscalYear(of date: LedgerDate, startMonth: Int) -> Int {
        let (year, month, _) = date.components
        return startMonth > 1 && month >= startMonth ? year + 1 : year
    }

    /// The quarter, 1 to 4, of the fiscal year in which `date` lies.
    public static func fiscalQuarter(of date: LedgerDate, startMonth: Int) -> Int {
        (date.month - startMonth + 12) % 12 / 3 + 1
    }

    /// The fiscal year named `year`; refused with `LG109` for a month or year that does not exist.
    public static func year(_ year: Int, startMonth: Int) throws(LedgerRefusal) -> FiscalPeriod {
        let begins = startMonth > 1 ? year - 1 : year
        return try FiscalPeriod(
            first: LedgerDate(year: begins, month: startMonth, day: 1),
            months: 12
        )
    }

    /// Quarter 1 to 4 of the fiscal year named `year`; refused with `LG109` when there is none.
    public static func quarter(
        _ quarter: Int,
        of year: Int,
        startMonth: Int
    ) throws(LedgerRefusal) -> FiscalPeriod {
        guard (1...4).contains(quarter) else {
            throw LedgerRefusal(.dateNotValid, detail: "quarter \(quarter)")
        }
        let first = try self.year(year, startMonth: startMonth).first
        return try FiscalPeriod(first: first.adding(months: 3 * (quarter - 1)), months: 3)
    }

    /// The calendar month in which `date` lies.
    public static func month(of date: LedgerDate) -> FiscalPeriod {
        FiscalPeriod(first: date.firstOfMonth, last: date.lastOfMonth)
    }

    private init(first: LedgerDate, last: LedgerDate) {
        self.first = first
        self.last = last
    }

    /// Whether `date` lies within the period.
    public func contains(_ date: LedgerDate) -> Bool { first <= date && date <= last }
}
