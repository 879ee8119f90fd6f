import LedgerModel
import LedgerOperations
import LedgerStore
import LedgerTestSupport
import Testing

@Suite struct InterestTests {
    private static func fine(
        _ amount: String = "10000.00",
        judgmentOn: String = "2024-01-02",
        rate: Int64? = 48_000
    ) async throws -> Case {
        let court = try await Case.open(in: "us", judgmentOn: judgmentOn)
        try await court.assess("us-3571", amount) { $0.grade = "felony" }
        if let rate {
            try await court.clerk.set(SetInterestTerm(rate, of: 1, on: court.docket))
        }
        return court
    }

    @Test func `interest on a fine comes to the cent, in whatever pieces it is run (W-14)`()
        async throws
    {
        let court = try await Self.fine()
        for day in ["2024-01-16", "2024-01-20", "2024-02-15", "2024-02-15", "2024-02-01"] {
            try await court.run(day)
        }
        #expect(try await court.owed() == ["10000.00", "39.45"])
        try await court.pay("1000.00", on: "2024-02-16")
        #expect(try await court.applied() == ["1000.00", "0.00"])
        for day in ["2024-02-29", "2024-03-06"] { try await court.run(day) }
        #expect(try await court.owed() == ["10000.00", "63.12"])
        let once = try await Self.fine()
        try await once.pay("1000.00", on: "2024-02-16")
        let run = try await once.run("2024-03-06")
        #expect(run.raised == 1 && run.accrued.description == "63.12" && run.lowered == 0)
        let again = try await once.run("2024-03-06")
        #expect(again.debts == 1 && again.raised == 0 && again.accrued == .zero)
        try await once.expectNoFindings()
    }

    @Test(arguments: [("2500.00", "2024-01-16"), ("2500.00", nil), ("2500.01", "2024-01-16")])
    func `too small a fine, or one paid in time, bears none (W-14)`(
        amount: String,
        paidOn: String?
    ) async throws {
        let court = try await Self.fine(amount)
        if let paidOn { try await court.pay(amount, on: paidOn) }
        try await court.run("2024-12-31")
        #expect(try await court.owed() == [amount])
    }

    @Test func `a fine of a cent more, paid on the day itself, bears none yet`() async throws {
        let court = try await Self.fine("2500.01")
        try await court.pay("2500.01", on: "2024-01-18")
        try await court.run("2024-12-31")
        // One day's 0.3288 of a cent short of a third of a dollar.
        #expect(try await court.owed() == ["2500.01", "0.33"])
    }

    @Test func `the fifteenth day moves past a weekend and Labor Day (W-14)`() async throws {
        let court = try await Self.fine(judgmentOn: "2024-08-17")
        try await court.run("2024-09-02")
        #expect(try await court.owed() == ["10000.00"])
        try await court.run("2024-09-03")
        #expect(try await court.owed() == ["10000.00", "1.32"])
    }

    @Test func `a late fact takes interest off again, but never what was paid of it`() async throws
    {
        let court = try await Self.fine()
        try await court.run("2024-03-06")
        #expect(try await court.owed() == ["10000.00", "65.75"])
        try await court.pay("1000.00", on: "2024-02-16")
        let run = try await court.run("2024-02-20")
        #expect(run.lowered == 1 && run.takenOff.description == "2.63")
        #expect(try await court.owed() == ["10000.00", "63.12"])
        try await court.pay("9063.12", on: "2024-03-07")
        #expect(try await court.applied() == ["10000.00", "63.12"])
        var waived = SetInterestTerm(nil, of: 1, on: court.docket)
        (waived.isWaived, waived.order) = (true, "O-1")
        try await court.clerk.set(waived)
        #expect(try await court.run("2024-03-31").lowered == 0)
        #expect(try await court.owed() == ["10000.00", "63.12"])
    }

    @Test func `the database reckons interest by itself and takes no other amount`() async throws {
        let court = try await Self.fine()
        let day = try LedgerDate(iso: "2024-02-15")
        let dockets = try await court.clerk.store.docketsWithInterest()
        let docket = try #require(dockets.first)
        for (cents, code) in [(39_44, LedgerRefusal.Code.accrualDiffers), (39_45, nil)] {
            let replies = try await court.clerk.store.withTransaction { connection in
                try await connection.accrueInterest(
                    [(docket, 1, Money(cents: Int64(cents)))],
                    through: day
                )
            }
            #expect(replies.map(\.refusal?.code) == [code])
        }
        #expect(try await court.owed() == ["10000.00", "39.45"])
    }

    @Test func `a returned check never was a payment`() async throws {
        let court = try await Self.fine()
        let check = try await court.pay("1000.00", on: "2024-02-16")
        try await court.run("2024-03-06")
        #expect(try await court.owed() == ["10000.00", "63.12"])
        try await court.clerk.take(
            back: ReturnCollection(
                check.recorded.entry,
                returned: .on(LedgerDate(iso: "2024-03-10"))
            )
        )
        try await court.run("2024-03-06")
        #expect(try await court.owed() == ["10000.00", "65.75"])
    }

    @Test func `a court caps interest, ends it and waives it, each by order`() async throws {
        let court = try await Self.fine()
        var term = SetInterestTerm(nil, of: 1, on: court.docket)
        term.cap = Money(cents: 50_00)
        try await court.expect(.orderMissing) { try await court.clerk.set(term) }
        term.order = "O-1"
        try await court.clerk.set(term)
        try await court.run("2024-03-06")
        #expect(try await court.owed() == ["10000.00", "50.00"])
        term.cap = nil
        term.endsOn = try LedgerDate(iso: "2024-02-15")
        try await court.clerk.set(term)
        try await court.run("2024-04-30")
        #expect(try await court.owed() == ["10000.00", "39.45"])
        term.isWaived = true
        try await court.clerk.set(term)
        try await court.run("2024-04-30")
        #expect(try await court.owed() == ["10000.00", "0.00"])
        try await court.expectNoFindings()
    }

    @Test func `a rate once recorded stays, and only some debts have one`() async throws {
        let court = try await Self.fine()
        try await court.assess("us-3013") { $0.grade = "felony" }
        try await court.expect(.orderMissing) {
            try await court.clerk.set(SetInterestTerm(50_000, of: 1, on: court.docket))
        }
        try await court.expect(.debtBearsNoInterest) {
            try await court.clerk.set(SetInterestTerm(48_000, of: 2, on: court.docket))
        }
        try await court.expect(.interestTermNotValid) {
            try await court.clerk.set(SetInterestTerm(1_000_001, of: 1, on: court.docket))
        }
        try await court.expect(.dateInFuture) { try await court.run("2999-01-01") }
    }

    @Test func `two runs at once post what one posts`() async throws {
        let court = try await Self.fine()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<4 { group.addTask { try await court.run("2024-03-06") } }
            try await group.waitForAll()
        }
        #expect(try await court.owed() == ["10000.00", "65.75"])
        #expect(try await court.balances(["136000", "532000"]) == ["10065.75", "-10065.75"])
        let dry = try await court.clerk.runInterest(
            through: LedgerDate(iso: "2024-03-07"),
            CommandOptions(isDryRun: true)
        )
        #expect(dry.isDryRun && dry.raised == 1)
        #expect(try await court.owed() == ["10000.00", "65.75"])
    }

    @Test func `waived interest stays waived while more accrues`() async throws {
        let court = try await Self.fine()
        try await court.run("2024-02-15")
        try await court.change(.waiver, of: 2, by: "-39.45")
        try await court.run("2024-02-16")
        // 40.77 accrued, 39.45 of it waived.
        #expect(try await court.owed() == ["10000.00", "1.32"])
    }
}

extension Case {
    @discardableResult
    fileprivate func run(_ day: String) async throws -> InterestRun {
        try await clerk.runInterest(through: LedgerDate(iso: day))
    }
}
