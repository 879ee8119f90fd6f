import LedgerModel
import LedgerOperations
import LedgerReports
import LedgerTestSupport
import Testing

@Suite struct ReconciliationTests {
    @Test func `bank, books and cases agree to the cent (W-21)`() async throws {
        let room = try await MonthRoom.september()
        let form = try await room.balances("2026-09-30")
        #expect(
            form == [
                "A Balance of the bank 48210.37", "A Deposits in transit 3250.00",
                "A Outstanding checks -5975.12", "A Outstanding payments 0.00",
                "A Errors of the bank 0.00", "A Adjusted balance of the bank 45485.25",
                "B Balance of the books 45735.26", "B Not in the books yet -250.01",
                "B Errors of the books 0.00", "B Matched in part 0.00",
                "B Adjusted balance of the books 45485.25", "C Unapplied receipts 45735.26",
                "C Shares held 0.00", "C Shares split and not remitted 0.00",
                "C Unclaimed checks 0.00", "C Refunds payable 0.00", "C Advanced for refunds 0.00",
                "C Bank interest 0.00", "C Still in the drawer 0.00", "C Cash over and short 0.00",
                "C Bank fees to be made good 0.00", "C Not in the books yet -250.01",
                "C Errors of the books 0.00", "C Matched in part 0.00",
                "C Adjusted balance of the cases 45485.25",
            ]
        )
        let report = try await room.report("2026-09-30")
        #expect(report["differences"]?.map { $0.joined(separator: " ") }.last == "C - B 0.00 agree")
        #expect(report["deposits_in_transit"]?.map { $0[4] } == ["3250.00"])
        #expect(report["outstanding_checks"]?.first?[3].contains("check 501") == true)
        #expect(report["not_in_books"]?.map { $0[4] } == ["-250.01"])
        #expect(report["days"]?.map { $0[7] } == ["0.00"])
    }

    @Test func `a wrong posting of 20.00 makes the cases unlike the books (W-21)`()
        async throws
    {
        let room = try await MonthRoom.september()
        try await room.misPost(2_000, from: "due_to", to: "receivable", onDocket: true)
        let form = try await room.balances("2026-09-30")
        #expect(form.contains("B Adjusted balance of the books 45485.25"))
        #expect(form.contains("C Adjusted balance of the cases 45505.25"))
        let findings = try await room.reconciler.exceptions(asOf: LedgerDate(iso: "2026-09-30"))
            .filter { $0.kind == .casesUnlikeBooks }
        #expect(findings.map(\.detail) == ["C unlike B by 20.00"])
        #expect(findings.map(\.amount.description) == ["20.00"])
        #expect(findings.map(\.owner) == ["approver"])
    }

    @Test func `a posting that is of no case shows`() async throws {
        let room = try await MonthRoom.september()
        try await room.misPost(2_000, from: "due_to", to: "bank", onDocket: false)
        let findings = try await room.reconciler.exceptions(asOf: LedgerDate(iso: "2026-09-30"))
            .filter { $0.kind == .casesUnlikeBooks }
        #expect(findings.map(\.detail) == ["C unlike B by 20.00"])
        #expect(findings.map(\.amount.description) == ["-20.00"])
    }

    @Test func `what was open at a month's end stays open there when it clears later`()
        async throws
    {
        let room = try await MonthRoom.september()
        try await room.hear("3/1", "261002", opening: 4_821_037, [325_000, -597_512])
        try await room.tie(325_000)
        try await room.tie(-597_512)
        #expect(try await room.balances("2026-09-30").contains("A Deposits in transit 3250.00"))
        let october = try await room.balances("2026-10-02")
        #expect(october.contains("A Balance of the bank 45485.25"))
        #expect(october.contains("A Deposits in transit 0.00"))
        #expect(october.contains("A Adjusted balance of the bank 45485.25"))
    }

    @Test func `an error of the bank is a listed item until it is put right`() async throws {
        let room = try await MonthRoom.september()
        try await room.hear("3/1", "261001", opening: 4_821_037, [777], text: "NOT OURS")
        let line = try await room.reconciler.exceptions().first { $0.amount.cents == 777 }
        let name = try #require(line?.name)
        #expect(
            try await room.code {
                try await room.reconciler.change(
                    exception: name,
                    .resolve(.explained, reason: "it is nothing")
                )
            } == .resolutionNotFitting
        )
        try await room.reconciler.change(
            exception: name,
            .resolve(.bankError, reason: "credited to the wrong court")
        )
        let form = try await room.balances("2026-10-01")
        #expect(form.contains("A Errors of the bank -7.77"))
        #expect(form.contains("A Adjusted balance of the bank 45485.25"))
        #expect(form.contains("B Adjusted balance of the books 45485.25"))
        let after = try await room.reconciler.exceptions().first { $0.name == name }
        #expect(after?.resolution == .bankError)
        try await room.reconciler.change(exception: name, .reopen(reason: "the bank denies it"))
        #expect(try await room.balances("2026-10-01").contains("A Errors of the bank 0.00"))
    }

    @Test func `what was collected, sent on, received and is available is told side by side`()
        async throws
    {
        let room = try await MonthRoom.open()
        try await room.court.assess("mn-609.3241", "750.00") { $0.grade = "misdemeanor" }
        try await room.receive("300.00", "2026-09-01")
        let chain = try await room.report("2026-09-30")["chain", default: []]
        #expect(!chain.isEmpty)
        let collected = try chain.map { try Money(parsing: $0[2]) }
        #expect(try Money.sum(collected).description == "300.00")
        #expect(chain.map { $0[2] } == chain.map { $0[4] })
        #expect(chain.allSatisfy { $0[3] == "0.00" })
    }
}
