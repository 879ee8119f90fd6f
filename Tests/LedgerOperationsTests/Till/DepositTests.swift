import LedgerModel
import LedgerOperations
import LedgerReports
import LedgerTestSupport
import PostgresClient
import Testing

@Suite struct DepositTests {
    @Test func `a receipt goes to the bank once`() async throws {
        let desk = try await TillDesk.open()
        let first = try await desk.receive("10.00")
        try await desk.receive("5.00", by: .check)
        let one = RecordDeposit.Selection.receipts([first.receiptNumber], till: TillDesk.till)
        #expect(try await desk.deposit("T-1", one).amount.description == "10.00")
        let twice = try await TillDesk.refusal { try await desk.deposit("T-2", one) }
        #expect(twice == .receiptNotUndeposited)
        let rest = try await desk.deposit("T-2")
        #expect(rest.receipts == 1 && rest.amount.description == "5.00")
        let none = try await TillDesk.refusal { try await desk.deposit("T-3") }
        #expect(none == .nothingToDeposit)
    }

    @Test func `a stated amount that the receipts do not come to is refused with the difference`()
        async throws
    {
        let desk = try await TillDesk.open()
        try await desk.receive("10.00")
        let refusal = await #expect(throws: LedgerRefusal.self) {
            try await desk.deposit("T-1", stated: "10.50")
        }
        #expect(refusal?.code == .depositAmountDiffers)
        #expect(refusal?.detail.hasSuffix("difference 0.50") == true)
        #expect(try await desk.deposit("T-1", stated: "10.00").receipts == 1)
    }

    @Test func `only what was received through the day goes along`() async throws {
        let desk = try await TillDesk.open()
        try await desk.receive("10.00")
        let later = try LedgerDate(iso: "2024-05-03")
        let late = try await desk.receive("7.00") { $0.received = .on(later) }
        let named = RecordDeposit.Selection.receipts([late.receiptNumber], till: TillDesk.till)
        let refused = try await TillDesk.refusal { try await desk.deposit("T-1", named) }
        #expect(refused == .receiptNotUndeposited)
        #expect(try await desk.deposit("T-1", .all(through: nil)).amount.description == "10.00")
    }

    @Test func `tickets written at once share the receipts and double none`() async throws {
        let desk = try await TillDesk.open()
        for _ in 0..<6 { try await desk.receive("1.00") }
        let deposited = await withTaskGroup(of: Int64.self) { group in
            for number in 0..<6 {
                group.addTask { (try? await desk.deposit("T-\(number)").receipts) ?? 0 }
            }
            return await group.reduce(0, +)
        }
        #expect(deposited == 6)
        #expect(try await desk.court.balances(["1010", "1020"]) == ["0.00", "6.00"])
    }

    @Test func `a receipt is voided for a reason, on its day, before it is deposited`()
        async throws
    {
        let desk = try await TillDesk.open()
        let wrong = try await desk.receive("10.00")
        let right = try await desk.receive("1.00")
        let silent = try await TillDesk.refusal { try await desk.void(wrong, because: " ") }
        #expect(silent == .reasonMissing)
        try await desk.void(wrong, because: "wrong amount")
        #expect(try await desk.deposit("T-1").amount.description == "1.00")
        let late = try await TillDesk.refusal { try await desk.void(right, because: "late") }
        #expect(late == .voidTooLate)
        #expect(try await desk.close(at: "100.00").overShort == .zero)
        let report = try await desk.court.clerk.dailyCashReport(listsAllReceipts: true)
        #expect(
            TillDesk.lines("receipts", of: report) == [
                "window-1 1 2024-05-01 cash payment 10.00 void - - - -",
                "window-1 2 2024-05-01 cash payment 1.00 - T-1 2024-05-02 1 -",
            ]
        )
        #expect(
            TillDesk.lines("tills", of: report)
                == ["window-1 2 1 11.00 0.00 0.00 0.00 0.00 0.00 10.00 0.00 1.00 0.00 0 1"]
        )
    }

    @Test func `money that waits longer than the court allows is late, as things were known`()
        async throws
    {
        let desk = try await TillDesk.open()
        try await desk.receive("10.00")
        func late(_ knownAt: KnownAt?, _ end: String) async throws -> [String] {
            let scope = ReportScope(end: try LedgerDate(iso: end), knownAt: knownAt)
            let report = try await desk.court.clerk.dailyCashReport(scope)
            return TillDesk.lines("receipts", of: report)
        }
        #expect(try await late(nil, "2024-05-02") == [])
        let waiting = "window-1 1 2024-05-01 cash payment 10.00 - - - 4 late"
        #expect(try await late(nil, "2024-05-05") == [waiting])
        let before = try await desk.court.test.query(
            """
            SELECT (extract(epoch FROM clock_timestamp() - '2000-01-01Z'::timestamptz)
                * 1e6)::bigint
            """
        )[0].decode(Int64.self, at: 0)
        try await desk.deposit("T-1")
        #expect(try await late(nil, "2024-05-05") == [])
        #expect(try await late(.instant(microsecondsSince2000: before), "2024-05-05") == [waiting])
    }

    @Test func `where the court wants it so, another person voids`() async throws {
        let desk = try await TillDesk.open()
        let receipt = try await desk.receive("10.00")
        _ = try await desk.court.test.query(
            """
            SELECT ledger_api.set_policies(
                '[{"key": "policy", "statement": {"void_by_another": "yes"}}]'
            )
            """
        )
        let refused = try await TillDesk.refusal { try await desk.void(receipt, because: "typo") }
        #expect(refused == .samePersonTwice)
    }

    @Test func `the origin of money is kept, also when it is applied anew`() async throws {
        let court = try await Case.open()
        try await court.assess("mn-609.3241", "750.00") { $0.grade = "misdemeanor" }
        let bond = try await court.pay("10.00") { $0.origin = .bond }
        let key = CommandOptions(requestKey: "bond")
        try await court.pay("5.00", key) { $0.origin = .windfall }
        #expect(
            try await court.pay("5.00", key) { $0.origin = .windfall }.recorded.isReplay
        )
        let refusal = await #expect(throws: LedgerRefusal.self) {
            try await court.pay("5.00", key) { $0.origin = .bond }
        }
        #expect(refusal?.code == .requestKeyReused)
        #expect(refusal?.detail.hasSuffix("first difference: origin") == true)
        let origins = try await court.test.query(
            """
            SELECT entry_id, origin FROM ledger.receipt_origin
            WHERE jurisdiction_id = (SELECT ledger.bound_jurisdiction()) ORDER BY entry_id
            """
        )
        #expect(try origins.map { try $0.decode(String.self, at: 1) } == ["bond", "windfall"])
        #expect(try origins[0].decode(Int64.self, at: 0) == bond.recorded.entry)
        let statement = TillDesk.lines(
            "applications",
            of: try await court.clerk.docketReport(court.docket)
        )
        #expect(
            statement.map { $0.split(separator: " ").suffix(5).joined(separator: " ") } == [
                "bond, 28 U.S.C. 2044 10.00", "windfall, 18 U.S.C. 3664(n) 5.00",
            ]
        )
    }

    @Test func `a number missing in a till's book is reported`() async throws {
        let desk = try await TillDesk.open()
        for _ in 0..<2 { try await desk.receive("1.00") }
        for number in ["5", "9"] { try await desk.receive("1.00") { $0.number = number } }
        for _ in 0..<3 { try await desk.receive("1.00") }
        let whole = try await desk.court.test.query("SELECT * FROM ledger_api.receipt_gaps()")
        #expect(whole.isEmpty)
        _ = try await desk.court.test.query(
            """
            UPDATE ledger.receipt_book SET last_number = 12
            WHERE jurisdiction_id = (SELECT ledger.bound_jurisdiction())
            """
        )
        let gaps = try await desk.court.test.query("SELECT * FROM ledger_api.receipt_gaps()")
        let ranges = try gaps.map { row in
            "\(try row.decode(Int64.self, at: 1))-\(try row.decode(Int64.self, at: 2))"
        }
        #expect(ranges == ["7-8", "10-12"])
    }
}
