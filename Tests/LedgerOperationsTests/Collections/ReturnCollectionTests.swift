import LedgerModel
import LedgerOperations
import LedgerTestSupport
import Testing

@Suite struct ReturnCollectionTests {
    @Test func `a returned check goes back cent for cent, and its replacement splits anew (W-09)`()
        async throws
    {
        let court = try await Case.open()
        try await court.assess("mn-609.3241", "750.00") { $0.grade = "misdemeanor" }
        let check = try await court.pay("250.01")
        try await court.pay("249.99")
        try await court.pay("250.00")
        let returned = try await court.clerk.take(
            back: ReturnCollection(check.recorded.entry)
        )
        #expect(returned.reapplied.isEmpty)
        #expect(returned.recorded.reference == check.receiptNumber)
        #expect(
            try await court.clerk.entry(ofReceipt: check.receiptNumber) == check.recorded.entry
        )
        #expect(try await court.held() == ["199.99", "100.00", "200.00"])
        let replacement = try await court.pay("250.01")
        #expect(
            replacement.allocation?.lines.first?.shares.map(\.description)
                == ["100.01", "50.00", "100.00"]
        )
        #expect(try await court.held() == ["300.00", "150.00", "300.00"])
    }

    @Test func `a return in the middle sends later money where the law now has it (W-10)`()
        async throws
    {
        let court = try await Case.open(in: "us", judgmentOn: "2020-06-01")
        try await court.assess("us-3013") {
            $0.grade = "felony"
            $0.counts = 2
        }
        try await court.assess("us-3663A", "10000.00") {
            $0.recipients = ["restitution_payee": ["payee-1", "payee-2"]]
            $0.weights = ["restitution_payee": [60, 40]]
        }
        try await court.assess("us-3571", "2500.00") { $0.grade = "felony" }
        try await court.assess("us-3014")
        var payments: [RecordedCollection] = []
        for amount in ["150.00", "1000.00", "9333.33", "3000.00", "5000.00"] {
            payments.append(try await court.pay(amount))
        }
        #expect(
            try await court.applied() == ["200.00", "10000.00", "2500.00", "5000.00"]
        )
        let options = CommandOptions(requestKey: "nsf")
        let back = ReturnCollection(payments[2].recorded.entry)
        let returned = try await court.clerk.take(back: back, options)
        #expect(
            returned.reapplied.map(\.reversed) == payments[3...].map(\.recorded.entry)
        )
        #expect(try await court.applied() == ["200.00", "8950.00", "0.00", "0.00"])
        #expect(try await court.held(2) == ["5370.00", "3580.00"])
        #expect(
            try await court.balances(["136000", "240000", "298000.001", "298000.002"])
                == ["8550.00", "0.00", "-200.00", "0.00"]
        )

        let entries = try await court.entries()
        let again = try await court.clerk.take(back: back, options)
        #expect(again.recorded.isReplay && again.reapplied.isEmpty)
        #expect(try await court.entries() == entries)
        let refusal = await #expect(throws: LedgerRefusal.self) {
            try await court.clerk.take(back: back)
        }
        #expect(refusal?.code == .alreadyReversed)
    }

    @Test func `what a bank returns leaves the bank, and its replacement can be deposited`()
        async throws
    {
        let court = try await Case.open()
        try await court.assess("mn-609.3241", "750.00") { $0.grade = "misdemeanor" }
        let check = try await court.pay("250.01") { $0.method = .check }
        try await court.deposit("250.01")
        try await court.pay("100.00")
        try await court.clerk.take(back: ReturnCollection(check.recorded.entry))
        #expect(
            try await court.balances(["1010", "1020", "1300"]) == ["100.00", "0.00", "650.00"]
        )
        #expect(
            try await court.balances(["2100.001", "2100.002", "2100.003"])
                == ["-40.00", "-20.00", "-40.00"]
        )
        #expect(try await court.funding() == ["750.00", "100.00", "100.00", "0.00"])
        try await court.pay("250.01")
        try await court.deposit("350.01")
        #expect(try await court.balances(["1010", "1020"]) == ["0.00", "350.01"])
    }

    @Test func `a share sent on before the return is owed back by its recipient`() async throws {
        let court = try await Case.open()
        try await court.assess("mn-609.3241", "750.00") { $0.grade = "misdemeanor" }
        let check = try await court.pay("250.01") { $0.method = .check }
        try await court.deposit("250.01")
        try await court.clerk.record(
            RecordRemittance(
                try Money(parsing: "100.01"),
                to: "city-police",
                sent: .on(try LedgerDate(iso: "2024-05-03"))
            )
        )
        try await court.clerk.take(back: ReturnCollection(check.recorded.entry))
        #expect(
            try await court.balances(["1020", "2100.001", "2100.002"])
                == ["-100.01", "100.01", "0.00"]
        )
        #expect(try await court.funding() == ["750.00", "0.00", "0.00", "100.01"])
    }

    @Test func `what a fund owes its court after a return is not awarded`() async throws {
        let court = try await Case.open(in: "us-nj")
        try await court.assess("nj-2C:34-1.2")
        let check = try await court.pay("500.00") { $0.method = .check }
        try await court.deposit("500.00")
        let sent = RecordRemittance(
            try Money(parsing: "200.00"),
            to: "survivors-fund",
            sent: .on(try LedgerDate(iso: "2024-05-03"))
        )
        try await court.clerk.record(sent)
        let grants = try await court.test.ledger(as: .grants)
        func award(_ reference: String, _ cents: Int64) async throws {
            try await grants.award(
                AwardGrant(
                    reference,
                    to: "Shelter",
                    for: "survivor_services",
                    from: PurseName("survivors-fund", "survivor_services"),
                    under: "nj-2C:34-1.2",
                    FundMovement(Money(cents: cents))
                )
            )
        }
        try await court.clerk.take(back: ReturnCollection(check.recorded.entry))
        #expect(try await court.available("survivors-fund") == ["0.00"])
        let refusal = await #expect(throws: LedgerRefusal.self) { try await award("A-1", 1) }
        #expect(refusal?.code == .awardExceedsAvailable)
        try await court.pay("500.00")
        #expect(try await court.available("survivors-fund") == ["200.00"])
        try await award("A-2", 200_00)
    }

    @Test(arguments: [ReversalReason.returnedCheck, .returnedACH, .chargeback])
    func `what a bank takes back leaves the bank, cent for cent`(
        reason: ReversalReason
    )
        async throws
    {
        let court = try await Case.open()
        try await court.assess("mn-609.3241", "750.00") { $0.grade = "misdemeanor" }
        let paid = try await court.pay("500.00") { $0.method = .card }
        try await court.deposit("500.00")
        try await court.clerk.take(back: ReturnCollection(paid.recorded.entry, reason: reason))
        #expect(try await court.balances(["1010", "1020"]) == ["0.00", "0.00"])
        #expect(try await court.applied() == ["0.00"])
        try await court.expectNoFindings()
    }

    @Test func `a receipt number names one standing receipt of its source`() async throws {
        let court = try await Case.open()
        try await court.assess("mn-609.3241", "750.00") { $0.grade = "misdemeanor" }
        func enter() async throws -> RecordedCollection {
            try await court.pay("5.00") { $0.number = "P-17" }
        }
        let first = try await enter()
        let refusal = await #expect(throws: LedgerRefusal.self) { try await enter() }
        #expect(refusal?.code == .receiptNumberTaken)
        #expect(
            try await court.pay("5.00") { ($0.source, $0.number) = ("annex", "P-17") }
                .receiptNumber == "P-17"
        )
        try await court.clerk.take(back: ReturnCollection(first.recorded.entry))
        #expect(try await enter().receiptNumber == "P-17")
    }

    @Test func `one number at two counters at once is entered once`() async throws {
        let court = try await Case.open()
        try await court.assess("mn-609.3241", "750.00") { $0.grade = "misdemeanor" }
        let entered = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    (try? await court.pay("5.00") { $0.number = "P-1" }) != nil
                }
            }
            return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        #expect(entered == 1)
    }

    @Test func `what is no receipt cannot be taken back`() async throws {
        let court = try await Case.open()
        let refusal = await #expect(throws: LedgerRefusal.self) {
            try await court.clerk.take(back: ReturnCollection(1))
        }
        #expect(refusal?.code == .entryUnknown)
    }
}
