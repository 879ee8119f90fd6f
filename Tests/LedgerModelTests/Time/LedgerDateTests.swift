import LedgerModel
import Testing

struct LedgerDateTests {
    @Test(
        arguments: [
            ("2000-01-01", 0), ("1999-12-31", -1), ("2000-03-01", 60), ("2024-02-29", 8825),
            ("0001-01-01", -730_119), ("9999-12-31", 2_921_939), ("1900-03-01", -36_465),
        ] as [(String, Int32)]
    )
    func `a day is counted from the year 2000`(text: String, days: Int32) throws {
        let date = try LedgerDate(iso: text)
        #expect(date.daysSince2000 == days)
        #expect(try LedgerDate(daysSince2000: days).description == text)
    }

    @Test(
        arguments: [
            "", "2024-2-01", "2024-02-30", "2023-02-29", "1900-02-29", "2024-13-01", "2024-00-10",
            "2024-04-31", "2024-01-00", "0000-01-01", "24-01-01", "2024/01/01", "2024-01-01 ",
            "+024-01-01", "2024-01-1x", "20240101", "2024-01-01T00:00",
        ])
    func `what is no day of the calendar is refused`(text: String) {
        let refusal = #expect(throws: LedgerRefusal.self) { try LedgerDate(iso: text) }
        #expect(refusal?.code == .dateNotValid)
        #expect(refusal?.detail == "\"\(text)\"")
    }

    @Test func `every day of eight centuries follows the one before`() throws {
        var date = try LedgerDate(year: 1600, month: 1, day: 1)
        var weekday = Weekday.saturday
        var faults: [LedgerDate] = []
        for _ in 0..<(8 * 36_524) {
            let next = try date.adding(days: 1)
            let (year, month, day) = next.components
            let follows = day == date.day + 1 || (day == 1 && date == date.lastOfMonth)
            let isSame = try LedgerDate(year: year, month: month, day: day) == next
            if !follows || !isSame || date.weekday != weekday { faults.append(date) }
            weekday = Weekday(rawValue: weekday.rawValue % 7 + 1) ?? .monday
            date = next
        }
        #expect(faults == [])
    }

    @Test func `months are added within the calendar`() throws {
        let end = try LedgerDate(iso: "2024-01-31")
        #expect(try end.adding(months: 1).description == "2024-02-29")
        #expect(try end.adding(months: 13).description == "2025-02-28")
        #expect(try end.adding(months: -2).description == "2023-11-30")
        #expect(end.firstOfMonth.description == "2024-01-01")
        #expect(try LedgerDate(iso: "2024-02-10").lastOfMonth.description == "2024-02-29")
        #expect(throws: LedgerRefusal.self) { try LedgerDate.latest.adding(days: 1) }
        #expect(throws: LedgerRefusal.self) { try LedgerDate.earliest.adding(months: -1) }
        #expect(throws: LedgerRefusal.self) { try end.adding(days: .max) }
        #expect(throws: LedgerRefusal.self) { try end.adding(months: .max) }
        #expect(LedgerDate.latest.lastOfMonth == .latest)
        #expect(try end.days(until: LedgerDate(iso: "2024-03-01")) == 30)
    }

    @Test func `a fiscal year is named by the year in which it ends`() throws {
        let date = try LedgerDate(iso: "2024-10-01")
        #expect(FiscalPeriod.fiscalYear(of: date, startMonth: 10) == 2025)
        #expect(FiscalPeriod.fiscalYear(of: try date.adding(days: -1), startMonth: 10) == 2024)
        #expect(FiscalPeriod.fiscalYear(of: date, startMonth: 1) == 2024)
        #expect(FiscalPeriod.fiscalQuarter(of: date, startMonth: 10) == 1)
        #expect(FiscalPeriod.fiscalQuarter(of: date, startMonth: 7) == 2)
        let year = try FiscalPeriod.year(2025, startMonth: 7)
        #expect("\(year.first) \(year.last)" == "2024-07-01 2025-06-30")
        let calendar = try FiscalPeriod.year(2025, startMonth: 1)
        #expect("\(calendar.first) \(calendar.last)" == "2025-01-01 2025-12-31")
        let quarter = try FiscalPeriod.quarter(2, of: 2025, startMonth: 10)
        #expect("\(quarter.first) \(quarter.last)" == "2025-01-01 2025-03-31")
        let month = FiscalPeriod.month(of: try LedgerDate(iso: "2024-02-15"))
        #expect("\(month.first) \(month.last)" == "2024-02-01 2024-02-29")
        #expect(month.contains(month.last) && !month.contains(date))
        #expect(throws: LedgerRefusal.self) { try FiscalPeriod.year(2025, startMonth: 13) }
        #expect(throws: LedgerRefusal.self) {
            try FiscalPeriod.quarter(5, of: 2025, startMonth: 7)
        }
    }
}
