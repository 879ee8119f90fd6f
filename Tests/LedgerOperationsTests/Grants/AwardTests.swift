import LedgerModel
import LedgerOperations
import LedgerTestSupport
import PostgresClient
import Testing

@Suite struct AwardTests {
    private let purse = PurseName("dtvf", "survivor_services")

    /// A federal fund with this much allotted.
    private func fund(_ dollars: Int64) async throws -> (TestLedger, Ledger) {
        let test = try await TestLedger.make(from: "us")
        let grants = try await test.ledger(as: .grants)
        let money = FundMovement(try Money(dollars: dollars))
        try await grants.receive(money, from: "Crime Victims Fund", into: purse)
        try await grants.allot(money, in: purse)
        return (test, grants)
    }

    private func award(
        _ reference: String,
        _ cents: Int64,
        for purpose: String = "survivor_services"
    ) -> AwardGrant {
        AwardGrant(
            reference,
            to: "Shelter",
            for: purpose,
            from: purse,
            under: "us-3014",
            FundMovement(Money(cents: cents))
        )
    }

    @Test func `no award goes above what is available (W-20 a)`() async throws {
        let (_, grants) = try await fund(7_500_000)
        try await grants.award(award("A-1", 740_000_000))
        var refusal = await #expect(throws: LedgerRefusal.self) {
            try await grants.award(award("A-2", 15_000_000))
        }
        #expect(refusal?.code == .awardExceedsAvailable)
        try await grants.award(award("A-3", 10_000_000))
        refusal = await #expect(throws: LedgerRefusal.self) {
            try await grants.award(award("A-4", 1))
        }
        #expect(refusal?.code == .awardExceedsAvailable)
    }

    @Test func `thirty-two awards at once never overspend`() async throws {
        let (test, grants) = try await fund(100_000)
        let accepted = await withTaskGroup(of: Bool.self) { group in
            for number in 0..<32 {
                group.addTask {
                    (try? await grants.award(award("C-\(number)", 900_000))) != nil
                }
            }
            return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        #expect(accepted == 11)
        let total = try await test.query(
            """
            SELECT sum(amount_cents)::bigint FROM ledger.award
            WHERE jurisdiction_id = (SELECT ledger.bound_jurisdiction())
            """
        )[0].decode(Int64.self, at: 0)
        #expect(total == 9_900_000)
    }

    @Test func `survivor money does not pay for what the law keeps it from`() async throws {
        let (_, grants) = try await fund(100)
        for purpose in ["health_care", "law_enforcement"] {
            let refusal = await #expect(throws: LedgerRefusal.self) {
                try await grants.award(award("P-1", 100, for: purpose))
            }
            #expect(refusal?.code == .purposeNotAllowed)
        }
    }

    @Test func `health care is paid from the transfer of subsection (h) alone (W-20 e)`()
        async throws
    {
        let (_, grants) = try await fund(10_000)
        let other = PurseName("dtvf", "health_care")
        let money = FundMovement(try Money(dollars: 10_000))
        try await grants.receive(money, from: "34 U.S.C. 254b-2", into: other)
        try await grants.allot(money, in: other)
        let refusal = await #expect(throws: LedgerRefusal.self) {
            try await grants.award(award("H-1", 1_000_000, for: "health_care"))
        }
        #expect(refusal?.code == .purposeNotAllowed)
        var allowed = award("H-2", 1_000_000, for: "health_care")
        allowed.purse = other
        try await grants.award(allowed)
    }

    @Test func `an authority pays from its first day on, and after assessing under it has ended`()
        async throws
    {
        let (_, grants) = try await fund(100)
        var early = award("E-1", 100)
        early.movement.effective = .on(try LedgerDate(iso: "2015-05-28"))
        let refusal = await #expect(throws: LedgerRefusal.self) { try await grants.award(early) }
        #expect(refusal?.code == .authorityOutsideWindow)
        var late = award("E-2", 100)
        late.movement.effective = .on(try LedgerDate(iso: "2025-10-01"))
        try await grants.award(late)
    }

    @Test func `an award is paid in part and the rest is released`() async throws {
        let (_, grants) = try await fund(1_000)
        try await grants.award(award("L-1", 60_000))
        try await grants.disburse(FundMovement(Money(cents: 40_000)), under: "L-1")
        var refusal = await #expect(throws: LedgerRefusal.self) {
            try await grants.disburse(FundMovement(Money(cents: 20_001)), under: "L-1")
        }
        #expect(refusal?.code == .disbursementExceedsAward)
        try await grants.deobligate(FundMovement(Money(cents: 20_000)), of: "L-1")
        try await grants.award(award("L-2", 60_000))
        refusal = await #expect(throws: LedgerRefusal.self) {
            try await grants.award(award("L-3", 1))
        }
        #expect(refusal?.code == .awardExceedsAvailable)
    }

    @Test func `a clerk cannot award`() async throws {
        let (test, _) = try await fund(100)
        let refusal = await #expect(throws: LedgerRefusal.self) {
            try await test.clerk.award(award("R-1", 100))
        }
        #expect(refusal?.code == .roleMissing)
    }
}
