import LedgerModel
import LedgerOperations
import LedgerStore
import LedgerTestSupport
import PostgresClient
import Testing

@Suite struct MoveCollectionTests {
    @Test func `money without a docket waits by its age until its docket is found`()
        async throws
    {
        let court = try await Case.open(in: "us", judgmentOn: "2020-06-01")
        try await court.assess("us-3571", "1000.00") { $0.grade = "felony" }
        var money = RecordUnidentified(
            try Money(parsing: "400.00"),
            by: .check,
            payerReference: "CHK 12",
            received: try Case.day("2024-05-01")
        )
        let options = CommandOptions()
        let receipt = try await court.clerk.record(money, options)
        #expect(try await court.clerk.record(money, options).reference == receipt.reference)
        money.number = receipt.reference
        let again = money
        let taken = try await court.code { _ = try await court.clerk.record(again) }
        #expect(taken == .receiptNumberTaken)
        #expect(try await court.courtBalances(["111000", "240000"]) == ["400.00", "-400.00"])
        let waiting = try await court.clerk.unappliedMoney(on: Case.day("2024-06-01"))
        #expect(waiting.map(\.days) == [31] && waiting.map(\.isLate) == [true])
        #expect(waiting.allSatisfy { $0.isUnidentified && $0.docket == nil })
        #expect(
            try await court.clerk.unappliedMoney(on: Case.day("2024-05-31")).map(\.isLate)
                == [false]
        )
        try await court.deposit("400.00")
        let move = MoveCollection(
            receipt.reference ?? "",
            to: court.docket,
            moved: try Case.day("2024-06-02")
        )
        #expect(try await court.code { try await court.clerk.move(move) } == .entryUnknown)
        let key = CommandOptions()
        let found = try await court.clerk.identify(move, key)
        #expect(found.recorded.reference == receipt.reference)
        #expect(try await court.clerk.identify(move, key).recorded.isReplay)
        #expect(try await court.code { try await court.clerk.identify(move) } == .entryUnknown)
        #expect(try await court.applied() == ["400.00"])
        #expect(
            try await court.courtBalances(["101000", "111000", "240000"])
                == ["400.00", "0.00", "0.00"]
        )
        #expect(try await court.clerk.unappliedMoney().isEmpty)
        try await court.expectBalanced()
    }

    @Test func `an unidentified check that the bank returns leaves the bank`() async throws {
        let court = try await Case.open()
        let money = RecordUnidentified(
            try Money(parsing: "40.00"),
            by: .check,
            received: try Case.day("2024-05-01")
        )
        let receipt = try await court.clerk.record(money)
        try await court.deposit("40.00")
        try await court.clerk.take(back: ReturnCollection(receipt.entry))
        #expect(
            try await court.courtBalances(["1010", "1020", "2400"]) == ["0.00", "0.00", "0.00"]
        )
        try await court.expectBalanced()
    }

    @Test func `a misapplied receipt moves under its number, and both dockets follow`()
        async throws
    {
        let court = try await Case.federal()
        try await court.clerk.open(OpenDocket("B-1", judgmentOn: LedgerDate(iso: "2020-06-01")))
        let right = Case(test: court.test, clerk: court.clerk, docket: "B-1")
        try await right.assess("us-3571", "9000.00") { $0.grade = "felony" }
        let payments = try await court.payAll()
        let number = payments[2].receiptNumber
        let moved = try await court.clerk.move(
            MoveCollection(number, to: "B-1", moved: Case.day("2024-06-02"))
        )
        #expect(moved.recorded.reference == number)
        #expect(moved.allocation?.unapplied.description == "333.33")
        #expect(moved.reapplied.count == 2)
        #expect(try await court.applied() == ["200.00", "8950.00", "0.00", "0.00"])
        #expect(try await right.applied() == ["9000.00"])
        #expect(
            try await court.clerk.unappliedMoney().map { "\($0.docket ?? "") \($0.amount)" }
                == ["B-1 333.33"]
        )
        #expect(
            try await court.clerk.unappliedMoney().map(\.receivedOn.description)
                == ["2024-05-01"]
        )
        try await court.expectBalanced()
    }

    @Test func `a receipt stays where its money was given back`() async throws {
        let court = try await Case.federal()
        let payments = try await court.payAll()
        try await court.deposit("18483.33")
        try await court.refund()
        try await court.clerk.open(OpenDocket("B-1", judgmentOn: LedgerDate(iso: "2020-06-01")))
        let move = MoveCollection(payments[4].receiptNumber, to: "B-1")
        #expect(try await court.code { try await court.clerk.move(move) } == .receiptRefunded)
        let nowhere = MoveCollection(payments[0].receiptNumber, to: "nowhere")
        #expect(try await court.code { try await court.clerk.move(nowhere) } == .docketUnknown)
    }

    @Test func `money that waited is applied to what was ordered later`() async throws {
        let court = try await Case.open(in: "us", judgmentOn: "2020-06-01")
        try await court.assess("us-3571", "100.00") { $0.grade = "felony" }
        try await court.pay("250.00")
        try await court.assess("us-3013") { $0.grade = "felony" }
        let day = try Case.day("2024-06-01")
        var dry = CommandOptions()
        dry.isDryRun = true
        let listed = try await court.clerk.applyUnapplied(through: day, dry)
        #expect(
            listed.map { "\($0.docket) \($0.unapplied) \($0.applied)" } == ["A-1 150.00 100.00"]
        )
        #expect(try await court.applied() == ["100.00", "0.00"])
        #expect(try await court.clerk.applyUnapplied(through: day) == listed)
        #expect(try await court.applied() == ["100.00", "100.00"])
        #expect(try await court.clerk.applyUnapplied(through: day).isEmpty)
        #expect(try await court.code { try await court.clerk.reapply("nowhere") } == .docketUnknown)
        try await court.expectBalanced()
    }

    @Test func `a receipt does not move to the books of another fund`() async throws {
        let test = try await TestLedger.make()
        try await test.owner.store.withTransaction { connection in
            _ = try await connection.defineBooks(
                PostgresJSON(
                    """
                    {"funds": [{"code": "annex", "name": "Annex", "kind": "custodial",
                        "fiscal_year_start_month": 7}], "purses": [{"fund": "annex",
                        "purpose": "custody", "year": 0, "allowed": ["custody"]}]}
                    """
                )
            )
        }
        let court = Case(test: test, clerk: try await test.clerk, docket: "A-1")
        for (docket, fund) in [("A-1", "court"), ("B-1", "annex")] {
            try await court.clerk.open(
                OpenDocket(docket, judgmentOn: LedgerDate(iso: "2024-03-01"), fund: fund)
            )
        }
        let move = MoveCollection(try await court.pay("5.00").receiptNumber, to: "B-1")
        #expect(try await court.code { try await court.clerk.move(move) } == .fundDiffers)
    }

    @Test func `a payment recorded twice is taken back as the double of the one that stands`()
        async throws
    {
        let court = try await Case.federal()
        let once = try await court.pay("150.00").recorded.entry
        let other = try await court.pay("30.00").recorded.entry
        let twice = try await court.pay("150.00").recorded.entry
        var back = ReturnCollection(twice, reason: .duplicate)
        for double in [nil, twice, other, -1] {
            back.doubles = double
            let refused = try await court.code { [back] in try await court.clerk.take(back: back) }
            #expect(refused == .doubleNotStanding, "\(String(describing: double))")
        }
        back.doubles = once
        try await court.clerk.take(back: back)
        #expect(try await court.applied() == ["180.00", "0.00", "0.00", "0.00"])
        let both = ReturnCollection(once, reason: .duplicate, doubles: twice)
        let refused = try await court.code { try await court.clerk.take(back: both) }
        #expect(refused == .doubleNotStanding)
        try await court.expectBalanced()
    }

    @Test func `money that went to the bank is nobody's double`() async throws {
        let court = try await Case.federal()
        let once = try await court.pay("150.00").recorded.entry
        let twice = try await court.pay("150.00").recorded.entry
        try await court.deposit("300.00")
        let back = ReturnCollection(twice, reason: .duplicate, doubles: once)
        let refused = try await court.code { try await court.clerk.take(back: back) }
        #expect(refused == .doubleWasCounted)
        #expect(try await court.courtBalances(["101000"]) == ["300.00"])
        #expect(try await court.applied() == ["200.00", "100.00", "0.00", "0.00"])
    }
}
