import LedgerModel
import Testing

@Suite struct FederalHolidayTests {
    @Test func `the holidays of a year are observed on these days`() {
        let days = FederalHoliday.allCases.map { $0.observed(in: 2024)?.description }
        #expect(
            days == [
                "2024-01-01", "2024-01-15", "2024-02-19", "2024-05-27", "2024-06-19", "2024-07-04",
                "2024-09-02", "2024-10-14", "2024-11-11", "2024-11-28", "2024-12-25",
            ]
        )
    }

    @Test(arguments: [
        ("2021-12-31", FederalHoliday.newYear), ("2022-06-20", .juneteenth),
        ("2021-06-18", .juneteenth), ("2020-07-03", .independence), ("2021-07-05", .independence),
        ("2022-12-26", .christmas), ("2023-11-10", .veterans),
    ])
    func `a holiday at a weekend is observed on the weekday beside it`(
        day: String,
        holiday: FederalHoliday
    ) throws {
        #expect(try LedgerDate(iso: day).federalHoliday == holiday)
    }

    @Test(arguments: ["2020-06-19", "1985-01-21", "2022-01-03", "2024-12-24"])
    func `other days are none`(day: String) throws {
        #expect(try LedgerDate(iso: day).federalHoliday == nil)
    }

    @Test func `working days pass over weekends and holidays`() throws {
        let friday = try LedgerDate(iso: "2024-08-30")
        #expect(try friday.adding(federalBusinessDays: 1).description == "2024-09-03")
        #expect(try friday.adding(federalBusinessDays: 10).description == "2024-09-16")
        #expect(try friday.federalBusinessDay() == friday)
    }
}
