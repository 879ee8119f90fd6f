import LedgerModel
import Testing

@Suite struct InstalmentTests {
    @Test func `equal parts are months apart, and the last takes the cents that are left`() throws {
        let first = try LedgerDate(iso: "2024-01-31")
        let parts = try Instalment.equal(Money(parsing: "100.00"), count: 3, first: first)
        #expect(parts.map(\.amount.description) == ["33.33", "33.33", "33.34"])
        #expect(parts.map(\.dueOn.description) == ["2024-01-31", "2024-02-29", "2024-03-31"])
    }

    @Test func `parts lie as far apart as the court says`() throws {
        let first = try LedgerDate(iso: "2024-03-01")
        for (interval, second) in [
            (Instalment.Interval.week, "2024-03-08"), (.month, "2024-04-01"),
            (.quarter, "2024-06-01"),
        ] {
            let parts = try Instalment.equal(
                Money(cents: 3),
                count: 2,
                first: first,
                every: interval
            )
            #expect(parts.map(\.dueOn.description) == ["2024-03-01", second])
            #expect(parts.map(\.amount.cents) == [1, 2])
        }
    }

    @Test(arguments: [(2, 3), (100, 0), (100, -1), (5_000, 1_201)])
    func `what cannot be divided is refused`(cents: Int64, count: Int) throws {
        let first = try LedgerDate(iso: "2024-03-01")
        let refusal = #expect(throws: LedgerRefusal.self) {
            try Instalment.equal(Money(cents: cents), count: count, first: first)
        }
        #expect(refusal?.code == .scheduleNotWhole)
    }
}
