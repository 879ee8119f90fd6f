import LedgerModel
import LedgerOperations
import LedgerStore
import LedgerTestSupport
import PostgresClient
import Testing

/// What was posted for lateness, and what a fact that is known later makes of it.
@Suite struct LatePenaltyTests {
    /// A fine of 6,000.00 in twelve instalments of 500.00 on the first of each month.
    private static func fine() async throws -> Case {
        let court = try await Case.open(in: "us", judgmentOn: "2024-02-01")
        try await court.assess("us-3571", "6000.00") { $0.grade = "felony" }
        try await court.schedule(from: "2024-03-01", 12)
        return court
    }

    @Test func `a payment recorded late takes its penalty off, once`() async throws {
        let court = try await Self.fine()
        #expect(
            try await court.late("2024-05-02").events.map(\.penalty.description) == [
                "50.00", "50.00",
            ]
        )
        try await court.pay("500.00", on: "2024-02-28")
        let run = try await court.late("2024-05-02")
        #expect(run.events == [] && run.corrections.map(\.amount.description) == ["-50.00"])
        #expect(run.corrections.map(\.delinquency.dueOn.description) == ["2024-03-01"])
        #expect(run.corrections.map(\.delinquency.principal.description) == ["0.00"])
        #expect(try await court.owed() == ["6000.00", "50.00"])
        try await court.pay("200.00", on: "2024-05-01")
        let part = try await court.late("2024-04-01")
        #expect(part.corrections.map(\.amount.description) == ["-20.00"])
        for _ in 1...2 { #expect(try await court.late("2024-05-02").corrections == []) }
        #expect(try await court.owed() == ["6000.00", "30.00"])
        try await court.expectNoFindings()
    }

    @Test func `a check returned after that brings its penalty back`() async throws {
        let court = try await Self.fine()
        try await court.late("2024-04-01")
        let check = try await court.pay("500.00", on: "2024-02-28")
        try await court.late("2024-04-01")
        #expect(try await court.owed() == ["6000.00", "0.00"])
        try await court.clerk.take(
            back: ReturnCollection(
                check.recorded.entry,
                returned: .on(LedgerDate(iso: "2024-06-03"))
            )
        )
        let run = try await court.late("2024-04-01")
        #expect(run.corrections.map(\.amount.description) == ["50.00"])
        #expect(try await court.owed() == ["6000.00", "50.00"])
        try await court.expectNoFindings()
    }

    @Test func `what had paid a penalty that was never due is placed anew`() async throws {
        let court = try await Case.open(in: "us", judgmentOn: "2024-02-01")
        try await court.assess("us-3571", "1000.00") { $0.grade = "felony" }
        try await court.late("2024-03-03")
        try await court.pay("1100.00", on: "2024-03-10")
        #expect(try await court.applied() == ["1000.00", "100.00"])
        try await court.vacate(400_00, on: "2024-06-01")
        let run = try await court.late("2024-03-03")
        #expect(run.corrections.map(\.amount.description) == ["-40.00"])
        #expect(try await court.owed() == ["600.00", "60.00"])
        #expect(try await court.applied() == ["600.00", "60.00"])
        try await court.expectNoFindings()
    }

    @Test func `a vacated fine has no penalties, and a waived one is not taken off twice`()
        async throws
    {
        let court = try await Self.fine()
        try await court.late("2024-05-02")
        try await court.change(.waiver, of: 2, by: "-80.00")
        try await court.vacate(6000_00, on: "2024-06-01")
        let run = try await court.late("2024-05-02")
        #expect(run.corrections.map(\.amount.description) == ["-20.00"])
        #expect(try await court.owed() == ["0.00", "0.00"])
        #expect(try await court.late("2024-12-31") == court.late("2024-12-31"))
        #expect(try await court.balances(["136000", "532000"]) == ["0.00", "0.00"])
        try await court.expectNoFindings()
    }

    @Test func `a default without a penalty is recorded and makes all due`() async throws {
        let court = try await Case.open(in: "us", judgmentOn: "2024-02-01")
        try await court.assess("us-3571", "0.02") { $0.grade = "felony" }
        let run = try await court.late("2024-12-31")
        #expect(run.events.map(\.stage) == [.delinquent, .default])
        #expect(run.events.map(\.penalty) == [.zero, .zero])
        #expect(run.events[1].acceleratedDueOn?.description == "2024-07-02")
        #expect(try await court.owed() == ["0.02"])
        #expect(try await court.late("2024-12-31").events == [])
        try await court.expectNoFindings()
    }

    @Test func `a debt keeps the choices that its court had made when it ordered it`() async throws
    {
        let court = try await Self.fine()
        try await court.clerk.set(SetInterestTerm(48_000, of: 1, on: court.docket))
        try await court.set("interest_day_count", "actual_366")
        try await court.set("default_penalty_base", "accelerated")
        let interest = try await court.clerk.runInterest(through: LedgerDate(iso: "2024-03-16"))
        // 30 days of 4.80 % on 6,000.00 by 365; by 366 it would be 23.61.
        #expect(interest.accrued.description == "23.67")
        #expect(interest.debtsByDayCount == [.actual365: 1])
        let late = try await court.late("2024-07-01")
        #expect(late.events.last { $0.stage == .default }?.penalty.description == "75.00")

        let later = Case(test: court.test, clerk: court.clerk, docket: "A-2")
        try await later.clerk.open(
            OpenDocket(later.docket, judgmentOn: LedgerDate(iso: "2024-02-01"))
        )
        try await later.assess("us-3571", "6000.00") { $0.grade = "felony" }
        try await later.schedule(from: "2024-03-01", 12)
        try await later.clerk.set(SetInterestTerm(48_000, of: 1, on: later.docket))
        let both = try await court.clerk.runInterest(through: LedgerDate(iso: "2024-03-16"))
        #expect(both.accrued.description == "23.61")
        #expect(both.debtsByDayCount == [.actual365: 1, .actual366: 1])
        let base = try await court.late("2024-07-01")
        #expect(base.events.last { $0.stage == .default }?.penalty.description == "900.00")
        #expect(base.corrections == [])
    }

    @Test func `without a place in the payment order nothing is added`() async throws {
        let court = try await Self.fine()
        try await court.clerk.set(SetInterestTerm(48_000, of: 1, on: court.docket))
        try await court.test.owner.store.withTransaction { connection in
            try await connection.execute("SET LOCAL session_replication_role = replica")
            try await connection.execute(
                """
                DELETE FROM ledger.payment_rank
                WHERE jurisdiction_id = (SELECT ledger.bound_jurisdiction())
                    AND debt_kind IN ('fine_interest', 'penalty')
                """
            )
        }
        let before = try await court.balances(["136000"])
        try await court.expect(.paymentOrderPassed) { try await court.late("2024-04-01") }
        try await court.expect(.paymentOrderPassed) {
            _ = try await court.clerk.runInterest(through: LedgerDate(iso: "2024-03-16"))
        }
        try await court.expect(.paymentOrderPassed) {
            try await court.clerk.set(SetInterestTerm(nil, of: 1, on: court.docket))
        }
        #expect(try await court.balances(["136000"]) == before)
    }
}

extension Case {
    @discardableResult
    fileprivate func late(_ day: String) async throws -> DelinquencyRun {
        try await clerk.runDelinquency(asOf: LedgerDate(iso: day))
    }
}
