import LedgerModel
import LedgerOperations
import LedgerTestSupport
import Testing

/// From which day money and orders count for interest and lateness.
@Suite struct CameOnTests {
    private static func fine(judgmentOn: String = "2025-01-02") async throws -> Case {
        let court = try await Case.open(in: "us", judgmentOn: judgmentOn)
        try await court.assess("us-3571", "10000.00") { $0.grade = "felony" }
        try await court.clerk.set(SetInterestTerm(48_000, of: 1, on: court.docket))
        return court
    }

    @Test func `a check whose docket was found late counts from the day on which it came`()
        async throws
    {
        let court = try await Self.fine()
        let receipt = try await court.clerk.record(
            RecordUnidentified(
                try Money(parsing: "10000.00"),
                by: .check,
                payerReference: "CHK 12",
                received: try Case.day("2025-01-10")
            )
        )
        try await court.clerk.identify(
            MoveCollection(
                receipt.reference ?? "",
                to: court.docket,
                moved: try Case.day("2026-02-02")
            )
        )
        try await court.expectNothingGrew(by: "2026-03-01")
    }

    @Test func `a receipt of the wrong docket counts on the right one from its first day`()
        async throws
    {
        let court = try await Self.fine()
        try await court.clerk.open(OpenDocket("B-1", judgmentOn: LedgerDate(iso: "2025-01-02")))
        let wrong = Case(test: court.test, clerk: court.clerk, docket: "B-1")
        try await wrong.assess("us-3571", "10000.00") { $0.grade = "felony" }
        let paid = try await wrong.pay("10000.00", on: "2025-01-10")
        try await court.clerk.move(
            MoveCollection(
                paid.recorded.reference ?? "",
                to: court.docket,
                moved: try Case.day("2026-02-02")
            )
        )
        try await court.expectNothingGrew(by: "2026-03-01")
    }

    @Test func `a check that came back was never paid, although applied anew before`()
        async throws
    {
        let never = try await Self.fine()
        try await never.assess("us-3013") { $0.grade = "felony" }
        let court = try await Self.fine()
        try await court.pay("1000.00", on: "2025-01-10")
        // A debt of higher rank takes some of the money in June.
        try await court.assess("us-3013") { $0.grade = "felony" }
        let moved = try await court.clerk.reapply(
            court.docket,
            on: .on(LedgerDate(iso: "2025-06-02"))
        )
        #expect(moved.count == 1)
        try await court.clerk.take(
            back: ReturnCollection(
                try #require(moved.first).entry,
                returned: .on(LedgerDate(iso: "2025-07-01"))
            )
        )
        for each in [never, court] {
            _ = try await each.clerk.runInterest(through: LedgerDate(iso: "2025-12-31"))
        }
        #expect(try await court.owed() == (try await never.owed()))
    }

    @Test func `what was vacated never bore interest and was never late`() async throws {
        let court = try await Self.fine(judgmentOn: "2024-01-02")
        try await court.vacate()
        try await court.expectNothingGrew(by: "2024-12-31")
    }

    @Test func `payments before a schedule fill none of its instalments`() async throws {
        let court = try await Self.fine()
        try await court.pay("4000.00", on: "2025-01-20")
        try await court.clerk.schedule(
            ScheduleDebt(
                1,
                on: court.docket,
                .equal(count: 6, first: LedgerDate(iso: "2025-03-01"), every: .month)
            )
        )
        let run = try await court.clerk.runDelinquency(asOf: LedgerDate(iso: "2025-05-02"))
        #expect(
            run.events.map { "\($0.stage) \($0.dueOn) \($0.principal)" } == [
                "delinquent 2025-03-01 1000.00", "delinquent 2025-04-01 1000.00",
            ]
        )
    }
}

extension Case {
    /// Neither interest nor a penalty was ordered on the first debt.
    fileprivate func expectNothingGrew(by day: String) async throws {
        let before = try await owed()
        _ = try await clerk.runInterest(through: LedgerDate(iso: day))
        let run = try await clerk.runDelinquency(asOf: LedgerDate(iso: day))
        #expect(!run.events.contains { $0.docket == docket })
        #expect(try await owed() == before)
    }
}
