import LedgerModel
import LedgerOperations
import LedgerTestSupport
import Testing

@Suite struct ExtinctionTests {
    @Test func `an assessment ends five years after judgment to the day (W-16)`() async throws {
        let court = try await Case.open(in: "us", judgmentOn: "2019-03-01")
        try await court.assess("us-3013") { $0.grade = "felony" }
        try await court.assess("us-3571", "30.00") { $0.grade = "felony" }
        try await court.pay("50.00", on: "2020-01-02")
        #expect(try await court.run("2024-02-29") == [])
        try await court.expect(.liabilityNotEnded) {
            try await court.change(.extinction, by: "-50.00", on: "2024-02-29", order: nil)
        }
        let ended = try await court.run("2024-03-01")
        #expect(ended.map(\.amount.description) == ["50.00"])
        #expect(ended.map(\.endedOn.description) == ["2024-03-01"])
        #expect(try await court.run("2024-03-01") == [])
        #expect(try await court.owed() == ["50.00", "30.00"])
        let payment = try await court.pay("50.00", on: "2024-03-02")
        #expect(try await court.applied() == ["50.00", "30.00"])
        #expect(payment.allocation?.unapplied.description == "20.00")
        try await court.expectNoFindings()
    }

    @Test func `a fine ends twenty years after release, or with its debtor`() async throws {
        let court = try await Case.open(in: "us", judgmentOn: "2001-05-01")
        try await court.assess("us-3571", "1000.00") { $0.grade = "felony" }
        try await court.assess("us-3663A", "500.00") {
            $0.recipients = ["restitution_payee": ["payee-1"]]
        }
        #expect(try await court.run("2024-03-01") == [])
        try await court.record(.released, "2004-06-01")
        #expect(try await court.run("2024-05-31") == [])
        try await court.record(.died, "2023-01-01")
        let ended = try await court.run("2024-05-31")
        #expect(ended.map(\.endedOn.description) == ["2023-01-01"])
        #expect(ended.map(\.kind) == [.fine])
        // What victims are owed outlives the debtor, until the years are over.
        #expect(try await court.run("2024-06-01").map(\.kind) == [.restitution])
        #expect(try await court.owed() == ["0.00", "0.00"])
        try await court.expect(.docketUnknown) {
            try await court.clerk.record(.died, on: "nowhere")
        }
    }

    @Test func `two runs at once end a debt once`() async throws {
        let court = try await Case.open(in: "us", judgmentOn: "2019-03-01")
        try await court.assess("us-3013") { $0.grade = "felony" }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<4 { group.addTask { _ = try await court.run("2024-03-01") } }
            try await group.waitForAll()
        }
        #expect(try await court.owed() == ["0.00"])
        #expect(try await court.balances(["136000", "532000"]) == ["0.00", "0.00"])
    }

    @Test func `a write-off takes two persons and leaves the debt alive`() async throws {
        let court = try await Case.open()
        try await court.assess("mn-609.3241", "500.00") { $0.grade = "misdemeanor" }
        let approver = try await court.test.ledger(as: .approver)
        let tooMuch = try await court.propose("500.01")
        try await court.expect(.writeOffExceedsOpen) {
            try await approver.approveWriteOff(tooMuch)
        }
        let proposal = try await court.propose("500.00")
        let before = try await court.owed()
        try await approver.approveWriteOff(proposal)
        try await court.expect(.proposalAlreadyApproved) {
            try await approver.approveWriteOff(proposal)
        }
        try await court.expect(.proposalUnknown) { try await approver.approveWriteOff(-1) }
        #expect(try await court.owed() == before)
        try await court.pay("100.00")
        #expect(try await court.applied() == ["100.00"])
        try await approver.approveWriteOff(try await court.propose("0.00"))
        try await court.expectNoFindings()
    }
}

extension Case {
    @discardableResult
    fileprivate func run(_ day: String) async throws -> [ExtinguishedDebt] {
        try await clerk.runExtinction(asOf: LedgerDate(iso: day))
    }

    fileprivate func record(_ event: LiabilityEvent, _ day: String) async throws {
        try await clerk.record(event, on: docket, happened: .on(LedgerDate(iso: day)))
    }

    fileprivate func propose(_ amount: String) async throws -> Int64 {
        try await clerk.proposeWriteOff(of: 1, on: docket, Money(parsing: amount)).entry
    }
}
