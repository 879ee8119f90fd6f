import LedgerModel
import LedgerOperations
import LedgerTestSupport
import Testing

/// Restitution payees get a check only when enough of their money has come together.
@Suite struct VictimPaymentTests {
    @Test func `forty victims wait for 25.00 each and then get 26.25 (W-18)`() async throws {
        let court = try await Self.fortyVictims()
        try await court.pay("950.00")
        try await court.deposit("950.00")
        let early = try await court.send(through: "2024-05-31")
        #expect(early.sent == [])
        #expect(early.victims.map(\.left.description) == Array(repeating: "23.75", count: 40))
        let june = BusinessDay.on(try LedgerDate(iso: "2024-06-03"))
        try await court.pay("100.00") { $0.received = june }
        try await court.deposit("100.00", on: "2024-06-04")
        let next = try await court.send(through: "2024-06-30")
        #expect(next.victims.map(\.sent.description) == Array(repeating: "26.25", count: 40))
        #expect(try Money.sum(next.lines.map(\.sent)).description == "1050.00")
        #expect(next.victims.compactMap(\.checkNumber).sorted() == Array(1...40))
        #expect(next.lines.allSatisfy { $0.left == .zero })
        #expect(try await court.balances(["101000"]) == ["0.00", "0.00"])
        try await court.expectTie()
    }

    @Test func `one victim below the least check is refused by name`() async throws {
        let court = try await Self.fortyVictims()
        try await court.pay("950.00")
        try await court.deposit("950.00")
        let refusal = await #expect(throws: LedgerRefusal.self) {
            try await court.clerk.record(RecordRemittance(to: "victim-1"))
        }
        #expect(refusal?.code == .belowVictimMinimum)
        try await court.hold(["victim_payment_minimum": "23.75"])
        try await court.clerk.record(RecordRemittance(to: "victim-1"))
    }

    @Test func `a check number serves once on a bank account`() async throws {
        let court = try await Self.fortyVictims()
        try await court.pay("1000.00")
        try await court.deposit("1000.00")
        let day = BusinessDay.on(try LedgerDate(iso: "2024-05-31"))
        try await court.clerk.record(
            RecordRemittance(to: "victim-1", checkNumber: 4_711, sent: day)
        )
        let refusal = await #expect(throws: LedgerRefusal.self) {
            try await court.clerk.record(
                RecordRemittance(to: "victim-2", checkNumber: 4_711, sent: day)
            )
        }
        #expect(refusal?.code == .checkNumberTaken)
        let batch = RunRemittances(
            through: try LedgerDate(iso: "2024-05-31"),
            firstCheck: 4_700,
            sent: day
        )
        let crossing = await #expect(throws: LedgerRefusal.self) {
            try await court.clerk.run(batch)
        }
        #expect(crossing?.code == .checkNumberTaken)
        let run = try await court.send(through: "2024-05-31")
        #expect(run.victims.compactMap(\.checkNumber).sorted() == Array(4_712...4_750))
    }

    private static func fortyVictims() async throws -> Case {
        let court = try await Case.open("V-40", in: "us", judgmentOn: "2024-03-01")
        let victims = (1...40).map { "victim-\($0)" }
        for victim in victims { _ = try await court.test.owner.addPayee(victim) }
        let clerk = try await court.test.clerk
        let fresh = Case(test: court.test, clerk: clerk, docket: court.docket)
        try await fresh.assess("us-3663A", "10000.00") {
            $0.recipients = ["restitution_payee": victims]
            $0.weights = ["restitution_payee": Array(repeating: 1, count: 40)]
        }
        return fresh
    }
}

extension RemittanceRun {
    fileprivate var victims: [Line] { lines.filter { $0.recipient.hasPrefix("victim-") } }
}
