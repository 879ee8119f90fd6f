import LedgerModel
import LedgerOperations
import LedgerTestSupport
import StatuteLibrary
import Testing

@Suite struct ShareShapeTests {
    @Test(arguments: ShareShape.all)
    func `the shares of a statute come out to the cent`(shape: ShareShape) async throws {
        let court = try await Case.open(in: shape.profile)
        let rule = try court.test.owner.library().rules.first { $0.id == shape.rule }
        let id = try #require(rule).id
        try await court.assess(id, shape.ordered)
        for payment in shape.payments { try await court.pay(payment) }
        #expect(try await court.held() == shape.held)
    }

    @Test func `a fund of the same jurisdiction may spend what was sent to it, and no more`()
        async throws
    {
        let court = try await Case.open(in: "us-ky")
        try await court.assess("ky-529.150", "1000.00")
        try await court.pay("1000.00")
        let grants = try await court.test.ledger(as: .grants)
        let award = AwardGrant(
            "K-1",
            to: "Shelter",
            for: "survivor_services",
            from: PurseName("victims-fund", "survivor_services"),
            under: "ky-529.150",
            FundMovement(Money(cents: 50_000))
        )
        let refusal = await #expect(throws: LedgerRefusal.self) { try await grants.award(award) }
        #expect(refusal?.code == .awardExceedsAvailable)
        try await court.clerk.record(RecordDeposit("T-1"))
        try await court.clerk.record(RecordRemittance(Money(cents: 50_000), to: "victims-fund"))
        try await grants.award(award)
        try await grants.disburse(FundMovement(Money(cents: 50_000)), under: "K-1")
    }
}
