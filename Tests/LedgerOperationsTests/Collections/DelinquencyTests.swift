import LedgerModel
import LedgerOperations
import LedgerTestSupport
import PostgresClient
import Testing

@Suite struct DelinquencyTests {
    /// A fine of 6,000.00 in twelve instalments of 500.00 on the first of each month.
    private static func fine(_ policy: String? = nil) async throws -> Case {
        let court = try await Case.open(in: "us", judgmentOn: "2024-02-01")
        if let policy { try await court.set("default_penalty_base", policy) }
        try await court.assess("us-3571", "6000.00") { $0.grade = "felony" }
        try await court.schedule(from: "2024-03-01", 12)
        return court
    }

    @Test func `an instalment is delinquent on day 31 and in default 91 days later (W-15)`()
        async throws
    {
        let court = try await Self.fine()
        #expect(try await court.run("2024-03-31").events == [])
        let late = try await court.run("2024-04-01")
        #expect(late.texts == ["delinquent 2024-03-01 2024-04-01 500.00 50.00 2024-04-15 -"])
        #expect(try await court.owed() == ["6000.00", "50.00"])
        #expect(try await court.run("2024-04-01").events == [])
        let next = try await court.run("2024-06-30").texts
        #expect(next.count == 2 && next.allSatisfy { $0.hasPrefix("delinquent") })
        let worst = try await court.run("2024-07-01")
        #expect(
            worst.texts.filter { $0.hasPrefix("default") }
                == ["default 2024-03-01 2024-07-01 500.00 75.00 2024-07-16 2024-07-31"]
        )
        try await court.expectPenalties(["50.00", "50.00", "50.00", "75.00"])
    }

    @Test func `a court may reckon the default penalty on all that is due (W-15)`() async throws {
        let court = try await Self.fine("accelerated")
        let run = try await court.run("2024-07-01")
        #expect(
            run.texts.filter { $0.hasPrefix("default") }
                == ["default 2024-03-01 2024-07-01 6000.00 900.00 2024-07-16 2024-07-31"]
        )
        #expect(try await court.run("2024-12-31").texts.filter { $0.hasPrefix("default") } == [])
    }

    @Test func `payments fill the instalments in order`() async throws {
        let court = try await Self.fine()
        try await court.pay("700.00", on: "2024-03-31")
        let run = try await court.run("2024-05-02")
        #expect(run.texts == ["delinquent 2024-04-01 2024-05-02 300.00 30.00 2024-05-16 -"])
        try await court.pay("300.00", on: "2024-05-02")
        #expect(try await court.run("2024-05-31").events == [])
    }

    @Test func `from a default on the schedule no longer counts, and days run one by one agree`()
        async throws
    {
        let daily = try await Self.fine()
        var day = try LedgerDate(iso: "2024-03-25")
        var events: [String] = []
        while day < (try LedgerDate(iso: "2024-12-31")) {
            events += try await daily.run(day.description).texts
            day = try day.adding(days: 10)
        }
        let once = try await Self.fine()
        let all = try await once.run("2024-12-30").texts
        #expect(Set(events) == Set(all) && events.count == all.count)
        // March to June fell due before the default of 1 July, July on the day itself.
        #expect(all.filter { $0.hasPrefix("delinquent") }.count == 4)
        #expect(all.filter { $0.hasPrefix("default") }.count == 4)
        #expect(try await once.owed() == (try await daily.owed()))
    }

    @Test func `without a schedule a fine is due at judgment, and a late check makes it so`()
        async throws
    {
        let court = try await Case.open(in: "us", judgmentOn: "2024-02-01")
        try await court.assess("us-3571", "1000.00") { $0.grade = "felony" }
        let check = try await court.pay("1000.00", on: "2024-02-20")
        #expect(try await court.run("2024-03-10").events == [])
        try await court.clerk.take(
            back: ReturnCollection(
                check.recorded.entry,
                returned: .on(LedgerDate(iso: "2024-03-09"))
            )
        )
        let run = try await court.run("2024-03-10")
        #expect(run.texts == ["delinquent 2024-02-01 2024-03-03 1000.00 100.00 2024-03-15 -"])
        try await court.expectNoFindings()
    }

    @Test func `two runs at once add each penalty once, and a dry run none`() async throws {
        let court = try await Self.fine()
        let day = try LedgerDate(iso: "2024-07-01")
        let dry = try await court.clerk.runDelinquency(asOf: day, CommandOptions(isDryRun: true))
        #expect(dry.isDryRun && dry.events.count == 4)
        #expect(try await court.owed() == ["6000.00"])
        let counts = try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<4 { group.addTask { try await court.run("2024-07-01").events.count } }
            return try await group.reduce(0, +)
        }
        #expect(counts == 4)
        #expect(try await court.owed() == ["6000.00", "225.00"])
        try await court.change(.waiver, of: 2, by: "-225.00")
        #expect(try await court.owed() == ["6000.00", "0.00"])
        try await court.expect(.dateInFuture) { try await court.run("2999-01-01") }
    }
}

extension DelinquencyRun {
    fileprivate var texts: [String] {
        events.map { event in
            "\(event.stage) \(event.dueOn) \(event.aroseOn) \(event.principal) \(event.penalty) "
                + "\(event.noticeBy) \(event.acceleratedDueOn?.description ?? "-")"
        }
    }
}

extension Case {
    @discardableResult
    fileprivate func run(_ day: String) async throws -> DelinquencyRun {
        try await clerk.runDelinquency(asOf: LedgerDate(iso: day))
    }

    fileprivate func expectPenalties(_ amounts: [String]) async throws {
        let rows = try await test.query(
            """
            SELECT v.penalty_cents FROM ledger.delinquency_event AS v
            WHERE v.jurisdiction_id = (SELECT ledger.bound_jurisdiction()) ORDER BY v.entry_id
            """
        )
        #expect(try rows.map { Money(cents: try $0.decode(at: 0)).description } == amounts)
    }
}
