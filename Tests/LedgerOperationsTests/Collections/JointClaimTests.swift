import LedgerModel
import LedgerOperations
import LedgerTestSupport
import Testing

/// Each may be liable for the full amount, and the victim gets it once.
@Suite struct JointClaimTests {
    @Test func `three defendants owe one loss together, and nobody is paid twice (W-17)`()
        async throws
    {
        let first = try await court()
        let second = try await docket("D-2", first)
        let third = try await docket("D-3", first)
        try await first.assess("us-3663A") { $0.claim = "J-1" }
        #expect(try await first.balances(["136000"]) == ["9000.00"])
        try await second.assess("us-3663A", "9000.00") { $0.claim = "J-1" }
        try await third.assess("us-3663A", "2000.00") { $0.claim = "J-1" }
        try await second.assess("us-3571", "100.00") { $0.grade = "felony" }
        #expect(try await first.balances(["136000", "532000"]) == ["9100.00", "-9100.00"])

        try await first.pay("3000.00")
        try await third.pay("2000.00")
        let last = try await second.pay("4500.00").allocation
        #expect(last?.lines.map(\.applied.description) == ["4000.00", "100.00"])
        #expect(last?.unapplied.description == "400.00")
        #expect(try await first.applied() == ["3000.00"])
        #expect(try await second.applied() == ["4000.00", "100.00"])
        #expect(try await third.applied() == ["2000.00"])
        #expect(try await first.balances(["136000", "298000.004"]) == ["0.00", "-9000.00"])
        #expect(try await first.pay("1.00").allocation?.unapplied.description == "1.00")
        #expect(try await first.test.ledger(as: .auditor).verify().isIntact)
    }

    @Test func `a capped defendant alone makes only the cap receivable`() async throws {
        let first = try await court()
        let second = try await docket("D-2", first)
        try await first.assess("us-3663A", "2000.00") { $0.claim = "J-1" }
        #expect(try await first.balances(["136000"]) == ["2000.00"])
        try await second.assess("us-3663A", "8000.00") { $0.claim = "J-1" }
        #expect(try await first.balances(["136000"]) == ["9000.00"])
        #expect(try await first.test.ledger(as: .auditor).verify().isIntact)
    }

    @Test func `a claim is opened once, and nobody owes more of it than the loss`() async throws {
        let first = try await court()
        var refusal = await #expect(throws: LedgerRefusal.self) {
            try await first.clerk.open(OpenClaim("J-1", Restitution(victims: [Self.loss])))
        }
        #expect(refusal?.code == .claimExists)
        for (claim, amount, code) in [
            ("J-2", "1.00", LedgerRefusal.Code.claimUnknown), ("J-1", "9000.01", .claimExceeded),
        ] {
            refusal = await #expect(throws: LedgerRefusal.self) {
                try await first.assess("us-3663A", amount) { $0.claim = claim }
            }
            #expect(refusal?.code == code)
        }
    }

    @Test func `two clerks who order at once make the loss receivable once`() async throws {
        let first = try await court()
        var cases = [first]
        for number in 2...6 { cases.append(try await docket("D-\(number)", first)) }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for one in cases {
                group.addTask { try await one.assess("us-3663A") { $0.claim = "J-1" } }
            }
            try await group.waitForAll()
        }
        #expect(try await first.balances(["136000"]) == ["9000.00"])
        #expect(try await first.test.ledger(as: .auditor).verify().isIntact)
    }

    private static let loss = PayeeLoss("payee-1", Money(cents: 900_000))

    private func court() async throws -> Case {
        let court = try await Case.open("D-1", in: "us", judgmentOn: "2020-06-01")
        try await court.clerk.open(OpenClaim("J-1", Restitution(victims: [Self.loss])))
        return court
    }

    private func docket(_ reference: String, _ court: Case) async throws -> Case {
        try await court.clerk.open(
            OpenDocket(reference, judgmentOn: LedgerDate(iso: "2020-06-01"))
        )
        return Case(test: court.test, clerk: court.clerk, docket: reference)
    }
}
