import LedgerModel
import LedgerOperations
import LedgerStore
import LedgerTestSupport
import PostgresClient
import Testing

/// What a door would never write, and a check finds when it stands in the books all the same.
@Suite struct BreachTests {
    @Test func `a return that nothing was applied anew after breaks 3014(b) (W-10)`()
        async throws
    {
        let court = try await Case.federal()
        let payments = try await court.payAll()
        #expect(try await failed(court) == [])
        try await reverse(payments[2].recorded.entry, court)
        #expect(try await failed(court) == [.gates])
        try await court.clerk.reapply(court.docket)
        #expect(try await failed(court) == [])
    }

    @Test func `a debt that holds more than is owed is found`() async throws {
        let court = try await Case.open(in: "us", judgmentOn: "2020-06-01")
        try await court.assess("us-3571", "1000.00") { $0.grade = "felony" }
        try await court.pay("400.00")
        try await court.change(.amended, by: "-700.00")
        #expect(try await failed(court) == [.limits])
        try await court.clerk.reapply(court.docket)
        #expect(try await failed(court) == [])
        #expect(try await court.courtBalances(["240000"]) == ["-100.00"])
    }

    @Test func `money that was given back and that debts still hold is found`() async throws {
        let court = try await Case.federal()
        let payments = try await court.payAll()
        try await court.deposit("18483.33")
        try await court.refund()
        try await reverse(payments[4].recorded.entry, court)
        #expect(try await failed(court).contains(.limits))
        try await court.clerk.reapply(court.docket)
        #expect(try await failed(court) == [])
    }

    private func failed(_ court: Case) async throws -> [VerificationCheck.Subject] {
        try await court.test.owner.verify().checks.filter { $0.violations > 0 }.map(\.subject)
    }

    /// Reverses a receipt by the door alone, as a clerk in psql may.
    private func reverse(_ entry: Int64, _ court: Case) async throws {
        _ = try await court.clerk.record(
            .reverseCollections,
            [
                "effective_on": .text("2024-06-05"), "entry": .number(entry),
                "reason": .text("returned_check"),
            ],
            CommandOptions()
        )
    }
}
