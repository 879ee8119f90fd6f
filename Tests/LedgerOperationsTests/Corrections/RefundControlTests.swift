import LedgerModel
import LedgerOperations
import LedgerStore
import LedgerTestSupport
import PostgresClient
import Testing

/// Who gives money back, how much of it alone, and whose money it is meanwhile.
@Suite struct RefundControlTests {
    @Test func `an amount that takes two persons is not split among smaller checks`() async throws {
        let court = try await overpaid()
        try await court.hold(["refund_approval_minimum": "100.00"])
        try await court.clerk.issue(refund(60_00, court))
        let rest = refund(40_00, court)
        let refusal = await #expect(throws: LedgerRefusal.self) {
            try await court.clerk.issue(rest)
        }
        #expect(refusal?.code == .secondPersonNeeded)
        #expect(refusal?.detail.contains("given back without a second person 60.00") == true)
        try await court.clerk.issue(refund(39_99, court))
        #expect(
            try await court.code { try await court.clerk.issue(refund(1, court)) }
                == .secondPersonNeeded
        )
        // What two persons gave back does not count.
        try await court.refund("40.00")
        #expect(try await court.courtBalances(["240000"]) == ["-643.34"])
    }

    @Test func `an approver who is no clerk pays what a clerk proposed, and nothing alone`()
        async throws
    {
        let court = try await overpaid()
        try await court.hold(["refund_approval_minimum": "1000.00"])
        let approver = try await court.test.ledger(as: .approver)
        #expect(
            try await court.code { try await approver.issue(refund(1_00, court)) } == .roleMissing
        )
        let proposed = try await court.clerk.propose(refund(700_00, court))
        try await approver.approve(refund: proposed.entry)
        #expect(try await court.courtBalances(["240000"]) == ["-83.33"])
        let money = RecordCollection(Money(cents: 1), on: court.docket, by: .cash)
        #expect(try await court.code { _ = try await approver.record(money) } == .roleMissing)
    }

    @Test func `an approver who is no clerk carries a vacatur to its end`() async throws {
        let court = try await overpaid()
        let approver = try await court.test.ledger(as: .approver)
        let proposed = try await court.clerk.propose(
            VacateConviction(
                court.docket,
                order: "O-9",
                debts: [2],
                effective: Case.day("2024-06-02")
            )
        )
        let vacated = try await approver.approve(vacatur: proposed.entry)
        #expect(vacated.freed.description == "10000.00")
        #expect(try await court.applied() == ["200.00", "0.00", "2500.00", "5000.00"])
        let money = RecordCollection(Money(cents: 1), on: court.docket, by: .cash)
        #expect(try await court.code { _ = try await approver.record(money) } == .roleMissing)
        try await court.expectBalanced()
    }

    @Test func `all that there is becomes an amount when it is proposed`() async throws {
        let court = try await overpaid()
        let options = CommandOptions()
        let all = IssueRefund(nil, on: court.docket, issued: try Case.day("2024-06-03"))
        let proposed = try await court.clerk.propose(all, options)
        try await court.pay("100.00")
        // The same request names the same amount, whatever came since.
        #expect(try await court.clerk.propose(all, options).entry == proposed.entry)
        try await court.secondClerk().approve(refund: proposed.entry)
        #expect(try await court.courtBalances(["240000"]) == ["-100.00"])
    }

    @Test func `a refund that could not be paid is not even proposed`() async throws {
        let court = try await overpaid()
        let refusal = await #expect(throws: LedgerRefusal.self) {
            try await court.clerk.propose(refund(783_34, court))
        }
        #expect(refusal?.code == .refundExceedsUnapplied)
        #expect(refusal?.detail == "783.34 of docket A-1, payable 0.00 and unapplied 783.33")
        try await court.refund("83.33", check: 7)
        let taken = IssueRefund(Money(cents: 1), on: court.docket, checkNumber: 7)
        #expect(try await court.code { try await court.clerk.propose(taken) } == .checkNumberTaken)
        let unnamed = #"{"docket": 1, "payable_to": "payer", "effective_on": "2024-06-03"}"#
        let code = try await court.code {
            _ = try await court.clerk.record(
                .propose,
                ["action": .text("refund_issue"), "statement": .text(unnamed)],
                CommandOptions()
            )
        }
        #expect(code == .amountNotPositive)
    }

    @Test func `nothing is advanced for money that is in the bank`() async throws {
        let court = try await Case.open(in: "us", judgmentOn: "2020-06-01")
        try await court.hold(["victim_payment_minimum": "0.00"])
        func open(_ name: String, _ paid: String) async throws -> (Case, RecordedCollection) {
            try await court.clerk.open(
                OpenDocket(name, judgmentOn: LedgerDate(iso: "2020-06-01"))
            )
            let docket = Case(test: court.test, clerk: court.clerk, docket: name)
            try await docket.assess("us-3663A", "500.00") {
                $0.recipients = ["restitution_payee": ["payee-1"]]
            }
            let collected = try await docket.pay(paid)
            try await docket.deposit(paid)
            return (docket, collected)
        }
        let (_, bounced) = try await open("E", "500.00")
        try await court.send(through: "2024-05-31")
        let (vacated, _) = try await open("D", "300.00")
        _ = try await open("F", "1500.00")
        try await court.clerk.take(back: ReturnCollection(bounced.recorded.entry))
        // The payee owes 500.00 of E, and nothing of D was sent.
        #expect(try await vacated.vacate().freed.description == "300.00")
        try await vacated.refund()
        #expect(try await court.balances(["240000.3"]) == ["0.00"])
        try await court.expectBalanced()
    }

    private func refund(_ cents: Int64, _ court: Case) -> IssueRefund {
        IssueRefund(Money(cents: cents), on: court.docket)
    }

    private func overpaid() async throws -> Case {
        let court = try await Case.federal()
        try await court.payAll()
        try await court.deposit("18483.33")
        return court
    }
}
