import LedgerModel
import LedgerOperations
import LedgerTestSupport
import PostgresClient
import Testing

/// Money sent on: whole shares, each once, less what was taken back, and not before its hold ends.
@Suite struct RemittanceTests {
    @Test func `a batch sends each recipient its shares, each named once, and no more (W-09)`()
        async throws
    {
        let court = try await Self.threePayments()
        let run = try await court.send(through: "2024-05-31")
        #expect(run.sent == ["city-police 300.00", "county-attorney 150.00", "safe-harbor 300.00"])
        #expect(run.lines.map(\.shares).reduce(0, +) == 9)
        let again = try await court.send(through: "2024-05-31")
        #expect(again.sent == [])
        try await court.expectTie()
    }

    @Test func `what a batch leaves, held or late, the next ones send`() async throws {
        let court = try await Case.open()
        try await court.assess("mn-609.3241", "750.00") { $0.grade = "misdemeanor" }
        for _ in 1...40 { try await court.pay("10.00") }
        try await court.deposit("400.00")
        try await court.send(through: "2024-05-31")
        try await court.hold(["hold_days_card": "60"])
        try await court.pay("20.00") { $0.method = .card }
        try await court.pay("30.00")
        try await court.deposit("50.00")
        let second = try await court.send(through: "2024-06-01")
        #expect(second.sent == ["city-police 12.00", "county-attorney 6.00", "safe-harbor 12.00"])
        let third = try await court.send(through: "2024-07-01")
        #expect(third.sent == ["city-police 8.00", "county-attorney 4.00", "safe-harbor 8.00"])
        try await court.expectTie()
        try await court.expectNoFindings()
    }

    @Test func `what was taken back after it was sent is netted from what comes next (W-09)`()
        async throws
    {
        let court = try await Self.threePayments()
        try await court.send(through: "2024-05-31")
        let first = try await court.clerk.entry(ofReceipt: "1")
        try await court.clerk.take(back: ReturnCollection(first))
        let owing = try await court.send(through: "2024-06-30")
        #expect(owing.sent == [])
        #expect(owing.left == ["-100.01", "-50.00", "-100.00"])
        let refusal = await #expect(throws: LedgerRefusal.self) {
            try await court.clerk.record(RecordRemittance(to: "city-police"))
        }
        #expect(refusal?.code == .nothingToRemit)
        try await court.pay("250.01")
        try await court.deposit("250.01")
        let level = try await court.send(through: "2024-06-30")
        #expect(level.sent == [])
        #expect(level.lines.map(\.left).allSatisfy { $0 == .zero })
        try await court.expectTie()
    }

    @Test func `the next remittance is less by what is due from its recipient`() async throws {
        let court = try await Self.threePayments()
        try await court.send(through: "2024-05-31")
        let first = try await court.clerk.entry(ofReceipt: "1")
        try await court.clerk.take(back: ReturnCollection(first))
        try await court.assess("mn-609.3241", "750.00") { $0.grade = "misdemeanor" }
        try await court.pay("750.00")
        try await court.deposit("750.00")
        let next = try await court.send(through: "2024-06-30")
        #expect(
            next.sent == ["city-police 200.00", "county-attorney 100.00", "safe-harbor 199.99"]
        )
        #expect(next.lines.filter { $0.sent != .zero }.map(\.shares) == [3, 3, 3])
        try await court.expectTie()
    }

    @Test func `a recipient that owes and gets nothing more can pay back`() async throws {
        let court = try await Self.threePayments()
        try await court.send(through: "2024-05-31")
        let first = try await court.clerk.entry(ofReceipt: "1")
        try await court.clerk.take(back: ReturnCollection(first))
        func repay(_ amount: String) async throws {
            try await court.clerk.record(
                RecordRepayment(try Money(parsing: amount), from: "city-police")
            )
        }
        let refusal = await #expect(throws: LedgerRefusal.self) { try await repay("100.02") }
        #expect(refusal?.code == .repaymentExceedsOwed)
        #expect(try await court.balances(["2100.001"]) == ["100.01"])
        try await repay("60.00")
        try await repay("40.01")
        await #expect(throws: LedgerRefusal.self) { try await repay("0.01") }
        #expect(try await court.balances(["2100.001"]) == ["0.00"])
        #expect(try await court.funding() == ["750.00", "499.99", "499.99", "649.99"])
        try await court.expectTie()
    }

    @Test func `an amount that is stated must be the whole`() async throws {
        let court = try await Self.threePayments()
        let sent = BusinessDay.on(try LedgerDate(iso: "2024-06-01"))
        for (amount, code) in [
            ("299.99", LedgerRefusal.Code.remittanceNotWhole),
            ("300.01", .remittanceExceedsDue),
        ] {
            let refusal = await #expect(throws: LedgerRefusal.self) {
                try await court.clerk.record(
                    RecordRemittance(
                        try Money(parsing: amount),
                        to: "city-police",
                        sent: sent
                    )
                )
            }
            #expect(refusal?.code == code)
        }
        try await court.clerk.record(
            RecordRemittance(try Money(parsing: "300.00"), to: "city-police", sent: sent)
        )
        try await court.expectTie()
    }

    @Test func `money that is held waits for the end of its hold`() async throws {
        let court = try await Case.open()
        try await court.hold(["hold_days_check": "30"])
        try await court.assess("mn-609.3241", "750.00") { $0.grade = "misdemeanor" }
        try await court.pay("250.00")
        try await court.pay("500.00") { $0.method = .check }
        try await court.deposit("750.00")
        let early = try await court.send(through: "2024-05-30")
        #expect(
            early.sent == ["city-police 100.00", "county-attorney 50.00", "safe-harbor 100.00"]
        )
        #expect(early.lines[0].held.description == "200.00")
        #expect(early.lines[0].heldUntil == (try LedgerDate(iso: "2024-05-31")))
        let late = try await court.send(through: "2024-05-31")
        #expect(
            late.sent == ["city-police 200.00", "county-attorney 100.00", "safe-harbor 200.00"]
        )
        try await court.expectTie()
    }

    @Test func `a held check that comes back never leaves and nothing is owed for it`()
        async throws
    {
        let court = try await Case.open()
        try await court.hold(["hold_days_check": "30"])
        try await court.assess("mn-609.3241", "750.00") { $0.grade = "misdemeanor" }
        let check = try await court.pay("250.00") { $0.method = .check }
        try await court.deposit("250.00")
        try await court.clerk.take(back: ReturnCollection(check.recorded.entry))
        let run = try await court.send(through: "2024-05-02")
        #expect(run.sent == [])
        #expect(run.lines.allSatisfy { $0.left == .zero && $0.held == .zero })
        try await court.expectTie()
    }

    @Test func `what is not in the bank is not sent, and nothing else is either`() async throws {
        let court = try await Case.open()
        try await court.assess("mn-609.3241", "750.00") { $0.grade = "misdemeanor" }
        try await court.pay("749.99")
        try await court.deposit("749.99")
        try await court.pay("0.01")
        let refusal = await #expect(throws: LedgerRefusal.self) {
            try await court.send(through: "2024-05-31")
        }
        #expect(refusal?.code == .cashInsufficient)
        #expect(try await court.balances(["1020"]) == ["749.99"])
    }

    @Test func `a batch repeated under its key, or only tried, sends nothing twice`() async throws {
        let court = try await Self.threePayments()
        let tried = try await court.send(through: "2024-05-31", CommandOptions(isDryRun: true))
        #expect(tried.sent.count == 3)
        let options = CommandOptions(requestKey: "may")
        let first = try await court.send(through: "2024-05-31", options)
        let again = try await court.send(through: "2024-05-31", options)
        #expect(again.recorded.isReplay && again.sent == first.sent && first.sent == tried.sent)
        #expect(again.recorded.entry == first.recorded.entry)
    }

    @Test func `of eight batches at once one sends`() async throws {
        let court = try await Self.threePayments()
        let sent = try await withThrowingTaskGroup(of: [String].self) { group in
            for _ in 0..<8 {
                group.addTask { try await court.send(through: "2024-05-31").sent }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
        #expect(
            sent.sorted() == [
                "city-police 300.00", "county-attorney 150.00", "safe-harbor 300.00",
            ]
        )
        #expect(try await court.balances(["1020"]) == ["0.00"])
        try await court.expectTie()
    }

    /// The case of W-05: 750.00 in three payments, all in the bank.
    private static func threePayments() async throws -> Case {
        let court = try await Case.open()
        try await court.assess("mn-609.3241", "750.00") { $0.grade = "misdemeanor" }
        for amount in ["250.01", "249.99", "250.00"] { try await court.pay(amount) }
        try await court.deposit("750.00")
        return court
    }
}
