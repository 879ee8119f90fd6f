import LedgerModel
import Testing

@Suite struct InterestAccrualTests {
    private static func change(_ cents: Int64, _ day: String) throws -> InterestAccrual.Change {
        InterestAccrual.Change(Money(cents: cents), on: try LedgerDate(iso: day))
    }

    private static func accrual(
        _ dayCount: Policies.DayCount = .actual365,
        cap: Money? = nil
    ) throws -> InterestAccrual {
        InterestAccrual(
            rateMillionths: 48_000,
            dayCount: dayCount,
            firstLiableOn: try LedgerDate(iso: "2024-01-17"),
            cap: cap
        )
    }

    @Test(arguments: [
        ("2024-01-02", "2024-01-17"), ("2024-08-17", "2024-09-03"), ("2024-12-18", "2025-01-02"),
    ])
    func `the first liable day is the fifteenth after judgment, or the next business day (W-14)`(
        judgment: String,
        first: String
    ) throws {
        let day = try LedgerDate(iso: judgment)
        #expect(
            try InterestAccrual.firstLiableDay(after: day, days: 15).description == first
        )
    }

    @Test func `interest runs from day to day on what is open (W-14)`() throws {
        let whole = [try Self.change(10_000_00, "2024-01-02")]
        let paid = whole + [try Self.change(-1_000_00, "2024-02-16")]
        let day30 = try LedgerDate(iso: "2024-02-15")
        let day50 = try LedgerDate(iso: "2024-03-06")
        #expect(try Self.accrual().accrued(on: whole, through: day30).cents == 39_45)
        #expect(try Self.accrual(.actual366).accrued(on: whole, through: day30).cents == 39_34)
        #expect(try Self.accrual().accrued(on: paid, through: day30).cents == 39_45)
        #expect(try Self.accrual().accrued(on: paid, through: day50).cents == 63_12)
        let cap = Money(cents: 50_00)
        #expect(try Self.accrual(cap: cap).accrued(on: paid, through: day50) == cap)
        let before = try LedgerDate(iso: "2024-01-16")
        #expect(try Self.accrual().accrued(on: whole, through: before) == .zero)
    }

    @Test func `what is paid in full the day before bears no interest (W-14)`() throws {
        let changes = [
            try Self.change(10_000_00, "2024-01-02"), try Self.change(-10_000_00, "2024-01-16"),
        ]
        let late = try LedgerDate(iso: "2030-01-01")
        #expect(try Self.accrual().accrued(on: changes, through: late) == .zero)
    }

    @Test func `half a cent is rounded up, and what does not fit is refused`() throws {
        let half = InterestAccrual(
            rateMillionths: 500_000,
            dayCount: .actual365,
            firstLiableOn: try LedgerDate(iso: "2024-01-01")
        )
        let day = try LedgerDate(iso: "2024-01-01")
        #expect(try half.accrued(on: [Self.change(365, "2024-01-01")], through: day).cents == 1)
        let century = try LedgerDate(iso: "2123-12-31")
        #expect(throws: LedgerRefusal.self) {
            try half.accrued(
                on: [Self.change(.max / 2, "2024-01-01")],
                through: century
            )
        }
    }
}
