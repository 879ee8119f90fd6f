import LedgerModel
import LedgerOperations
import LedgerTestSupport
import Testing

/// Whatever is asked of a ledger in whatever order, accepted or refused, it stays intact.
@Suite struct RandomCommandsTests {
    @Test(arguments: [1, 2, 3] as [UInt64])
    func `nothing is found after many random commands in many blocks`(seed: UInt64) async throws {
        let test = try await TestLedger.make()
        var commands = RandomCommands(
            seed: seed,
            owner: test.owner,
            clerk: try await test.clerk
        )
        for _ in 0..<60 { try await commands.next() }
        let auditor = try await test.ledger(as: .auditor)
        let checkpoint = try await auditor.checkpoint()
        for _ in 0..<60 { try await commands.next() }
        let report = try await auditor.verify(against: checkpoint)
        #expect(report.findings == [], "seed \(seed)")
        #expect(report.blocks > 60)
        #expect(report.sealedEntries + report.unsealedEntries > 100)
        #expect(commands.accepted > 40 && commands.refused > 5, "seed \(seed)")
        let proof = try await auditor.prove(entry: 20, through: checkpoint)
        try proof.check(against: checkpoint)
        let superuser = try await test.owner.verify(against: checkpoint)
        #expect(superuser.findings == [], "seed \(seed)")
    }
}

private struct RandomCommands {
    private var state: UInt64
    private let owner: Ledger
    private let clerk: Ledger
    private var dockets = 0
    private(set) var accepted = 0
    private(set) var refused = 0

    init(seed: UInt64, owner: Ledger, clerk: Ledger) {
        state = seed
        self.owner = owner
        self.clerk = clerk
    }

    private mutating func draw(_ limit: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % limit
    }

    mutating func next() async throws {
        do {
            try await command()
            accepted += 1
        } catch is LedgerRefusal {
            refused += 1
        }
    }

    private mutating func command() async throws {
        let docket = "R-\(draw(max(1, dockets)) + 1)"
        let cents = Money(cents: Int64(draw(40_000) + 1))
        switch draw(8) {
        case 0, 1:
            dockets += 1
            try await clerk.open(
                OpenDocket(
                    "R-\(dockets - draw(2))",
                    judgmentOn: LedgerDate(iso: "2024-03-01"),
                    isEntity: draw(2) == 0
                )
            )
        case 2, 3:
            var debt = AssessDebt("mn-609.3241", on: docket, amount: Money(cents: 75_000))
            debt.grade = "misdemeanor"
            try await clerk.assess(debt)
        case 4, 5:
            try await clerk.record(
                RecordCollection(
                    cents,
                    on: docket,
                    by: .check,
                    received: .on(LedgerDate(iso: "2024-05-01"))
                )
            )
        case 6:
            try await clerk.record(RecordDeposit("T-\(draw(1000))"))
        default:
            let recipients = ["safe-harbor", "city-police", "county-attorney"]
            try await clerk.record(RecordRemittance(cents, to: recipients[draw(3)]))
        }
    }
}
