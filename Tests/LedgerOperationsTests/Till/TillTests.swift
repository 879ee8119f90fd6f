import Foundation
import LedgerModel
import LedgerOperations
import LedgerReports
import LedgerTestSupport
import PostgresClient
import Testing

@Suite struct TillTests {
    @Test func `a till that two people count alike closes even`() async throws {
        let desk = try await TillDesk.open()
        try await desk.receive("25.01")
        try await desk.receive("40.00", by: .check)
        let closed = try await desk.close(at: "125.01", checks: ("40.00", 1))
        #expect(closed.expected.description == "125.01")
        #expect(closed.overShort == .zero)
        #expect(closed.checks?.expectedCount == 1 && closed.checks?.overShort == .zero)
        #expect(try await desk.court.balances(["1010", "1310"]) == ["65.01", "0.00"])
    }

    @Test(arguments: [("125.00", "-0.01", "0.01"), ("126.00", "0.99", "-0.99")])
    func `a difference is posted to the cent, and goes to the bank with the receipts`(
        counted: String,
        difference: String,
        balance: String
    ) async throws {
        let desk = try await TillDesk.open()
        try await desk.receive("25.01")
        let closed = try await desk.close(at: counted)
        #expect(closed.overShort.description == difference)
        #expect(try await desk.court.balances(["1310"]) == [balance])
        let deposit = try await desk.deposit("T-1")
        #expect(deposit.receipts == 1 && deposit.overShort == closed.overShort)
        #expect(deposit.amount == (try Money(parsing: "25.01") + closed.overShort))
        #expect(
            try await desk.court.balances(["1010", "1020"]) == ["0.00", "\(deposit.amount)"]
        )
    }

    @Test func `checks that came in are counted by both, or the till stays open`() async throws {
        let desk = try await TillDesk.open()
        try await desk.receive("40.00", by: .check)
        let closing = { try await TillDesk.refusal { try await desk.close() } }
        try await desk.count("100.00", by: desk.court.clerk)
        try await desk.count("100.00", by: desk.second)
        #expect(try await closing() == .tillChecksNotCounted)
        try await desk.count("100.00", by: desk.court.clerk) { try $0.count(checks: "40.00", 1) }
        #expect(try await closing() == .tillChecksNotCounted)
        try await desk.count("100.00", by: desk.second) { $0.checks = Money(cents: 4_000) }
        #expect(try await closing() == .tillChecksNotCounted)
        try await desk.count("100.00", by: desk.second) { try $0.count(checks: "40.00", 2) }
        #expect(try await closing() == .tillCountsDiffer)
        try await desk.count("100.00", by: desk.second) { try $0.count(checks: "40.00", 1) }
        #expect(try await closing() == nil)
    }

    @Test func `a check too few and cash too much are two differences, each with its line`()
        async throws
    {
        let desk = try await TillDesk.open()
        try await desk.receive("25.00")
        try await desk.receive("40.00", by: .check)
        try await desk.receive("60.01", by: .check)
        let closed = try await desk.close(at: "125.50", checks: ("60.01", 1))
        #expect(closed.overShort.description == "0.50")
        #expect(closed.checks?.expected.description == "100.01")
        #expect(closed.checks?.overShort.description == "-40.00")
        #expect(try await desk.court.balances(["1310"]) == ["39.50"])
        let report = try await desk.court.clerk.dailyCashReport()
        let words = TillDesk.lines("sessions", of: report).map { line in
            line.split(separator: " ").suffix(7).joined(separator: " ")
        }
        #expect(
            words == [
                "cash 100.00 125.00 125.50 0.50 - -", "checks - 100.01 60.01 -40.00 2 1",
            ]
        )
        let deposit = try await desk.deposit("T-1")
        #expect(deposit.amount.description == "85.51")
        #expect(deposit.overShort.description == "-39.50")
        #expect(try await desk.court.balances(["1010"]) == ["0.00"])
    }

    @Test func `a check that nobody receipted is over, one that went to the bank is not expected`()
        async throws
    {
        let desk = try await TillDesk.open()
        try await desk.receive("40.00", by: .check)
        try await desk.deposit("T-1")
        let closed = try await desk.close(at: "100.00", checks: ("7.00", 1))
        #expect(closed.checks?.expectedCount == 0)
        #expect(closed.checks?.overShort.description == "7.00")
    }

    @Test func `what a till is over or short is nothing that a court ordered or collected`()
        async throws
    {
        let desk = try await TillDesk.open()
        try await desk.receive("25.00")
        let before = try await desk.court.funding()
        try await desk.close(at: "100.00")
        #expect(try await desk.court.funding() == before)
        try await desk.openAgain("0.00")
        try await desk.close(at: "7.00")
        try await desk.deposit("T-1")
        #expect(try await desk.court.funding() == before)
    }

    @Test func `a close needs two people, who agree, after the last receipt`() async throws {
        let desk = try await TillDesk.open()
        let clerk = desk.court.clerk
        let closing = { try await TillDesk.refusal { try await desk.close() } }
        #expect(try await closing() == .tillNotCounted)
        try await desk.count("100.00", by: clerk)
        #expect(try await closing() == .tillNotCounted)
        try await desk.count("100.00", by: clerk)
        #expect(try await closing() == .samePersonTwice)
        try await desk.count("99.00", by: desk.second)
        #expect(try await closing() == .tillCountsDiffer)
        try await desk.receive("5.00")
        #expect(try await closing() == .tillNotCounted)
        try await desk.count("105.00", by: desk.second) { $0.checks = .zero }
        try await desk.count("105.00", by: clerk) { $0.checks = Money(cents: 1) }
        #expect(try await closing() == .tillCountsDiffer)
        try await desk.count("105.00", by: clerk) { count in
            count.cash = .pieces([Money(cents: 10_000): 1, Money(cents: 500): 1])
        }
        try await desk.close()
        #expect(try await closing() == .tillNotOpen)
    }

    @Test func `a closed till takes no receipt, and what never was one is free`() async throws {
        let desk = try await TillDesk.open()
        let again = { try await TillDesk.refusal { try await desk.openAgain() } }
        #expect(try await again() == .tillAlreadyOpen)
        try await desk.close(at: "100.00")
        let refused = try await TillDesk.refusal { try await desk.receive("5.00") }
        #expect(refused == .tillNotOpen)
        try await desk.receive("5.00") { $0.source = "a file" }
        #expect(try await again() == nil)
        try await desk.receive("5.00")
    }

    @Test func `what was taken for another receipt's double is not expected in the drawer`()
        async throws
    {
        let desk = try await TillDesk.open()
        let stands = try await desk.receive("50.00")
        let double = try await desk.receive("50.00")
        try await desk.court.clerk.take(
            back: ReturnCollection(
                double.recorded.entry,
                reason: .duplicate,
                doubles: stands.recorded.entry
            )
        )
        #expect(try await desk.close(at: "150.00").overShort == .zero)
        #expect(try await desk.deposit("T-1").amount.description == "50.00")
    }

    @Test func `a receipt is not voided once its till was counted and closed`() async throws {
        let desk = try await TillDesk.open()
        let receipt = try await desk.receive("5.00")
        try await desk.close(at: "105.00")
        let refused = try await TillDesk.refusal { try await desk.void(receipt, because: "late") }
        #expect(refused == .voidTooLate)
        #expect(try await desk.court.balances(["1010"]) == ["5.00"])
    }

    @Test func `what two people counted is no double, and moving it makes it no newer`()
        async throws
    {
        let desk = try await TillDesk.open()
        let clerk = desk.court.clerk
        let stands = try await desk.receive("50.00")
        let double = try await desk.receive("50.00")
        try await desk.close(at: "200.00")
        let number = double.receiptNumber
        try await clerk.move(MoveCollection(number, to: desk.court.docket, source: TillDesk.till))
        let moved = try await clerk.entry(ofReceipt: number, source: TillDesk.till)
        #expect(moved > double.recorded.entry)
        for (back, code) in [
            (
                ReturnCollection(moved, reason: .duplicate, doubles: stands.recorded.entry),
                LedgerRefusal.Code.doubleWasCounted
            ), (ReturnCollection(moved, reason: .void), .voidTooLate),
        ] {
            let refused = try await TillDesk.refusal {
                try await clerk.take(back: back, CommandOptions(memo: "entered twice"))
            }
            #expect(refused == code)
        }
        #expect(try await desk.court.balances(["1010"]) == ["100.00"])
    }

    @Test func `each cashier's till has its own session`() async throws {
        let desk = try await TillDesk.open()
        try await desk.court.clerk.open(
            OpenTill("window-2", opened: .on(try LedgerDate(iso: TillDesk.day)))
        )
        await withTaskGroup(of: Void.self) { group in
            for number in 0..<8 {
                group.addTask {
                    _ = try? await desk.receive("1.00") {
                        if number % 2 == 1 { $0.source = "window-2" }
                    }
                }
            }
        }
        #expect(try await desk.close(at: "104.00").overShort == .zero)
        for person in [desk.court.clerk, desk.second] {
            try await desk.count("4.00", by: person) { $0.till = "window-2" }
        }
        let second = try await desk.court.clerk.close(
            CloseTill("window-2", closed: .on(try LedgerDate(iso: TillDesk.day)))
        )
        #expect(second.overShort == .zero)
    }

    @Test func `money that only moved between dockets leaves no difference`() async throws {
        let desk = try await TillDesk.open()
        let first = try await desk.receive("10.00")
        try await desk.deposit("T-1")
        let move = MoveCollection(
            first.receiptNumber,
            to: desk.court.docket,
            source: TillDesk.till
        )
        try await desk.court.clerk.move(move)
        let none = try await TillDesk.refusal { try await desk.deposit("T-2") }
        #expect(none == .nothingToDeposit)
        #expect(try await desk.close(at: "100.00").overShort == .zero)
        // Also once the till is closed: the money came in before.
        try await desk.court.clerk.move(move)
        #expect(try await desk.court.balances(["1010", "1020"]) == ["0.00", "10.00"])
    }

    @Test func `a session runs across midnight, its receipts have the court's days (W-22)`()
        async throws
    {
        let desk = try await TillDesk.open()
        // Central time is five hours behind; the court's day ends at 05:00 UTC.
        let midnight = try Date("2024-05-02T05:00:00Z", strategy: .iso8601)
        for seconds in [-30.0, 30.0] {
            try await desk.receive("10.00") { $0.received = .at(midnight + seconds) }
        }
        try await desk.count("120.00", by: desk.court.clerk)
        try await desk.count("120.00", by: desk.second)
        #expect(try await desk.close(on: "2024-05-02").overShort == .zero)
        let report = try await desk.rows(of: "2024-05-01")
        #expect(report == ["window-1 1 0 10.00", "sessions 1"])
        #expect(try await desk.rows(of: "2024-05-02") == ["window-1 1 0 10.00", "sessions 1"])
        #expect(try await desk.rows(of: "2024-05-03") == ["window-1 0 0 0.00", "sessions 0"])
    }

    @Test func `init adds the account for cash over and short to older books`() async throws {
        let test = try await TestLedger.make()
        let added = try await test.owner.initialize(from: "us-mn-hennepin", as: test.code)
        #expect(added.added == 0)
        let accounts = try await test.query(
            """
            SELECT count(*) FROM ledger.account
            WHERE jurisdiction_id = (SELECT ledger.bound_jurisdiction())
                AND role = 'cash_over_short'
            """
        )[0].decode(Int64.self, at: 0)
        #expect(accounts == 1)
    }
}

extension TillDesk {
    /// Receipts, voids and cash of the till on a day, and how many sessions were open then.
    fileprivate func rows(of day: String) async throws -> [String] {
        let day = try LedgerDate(iso: day)
        let report = try await court.clerk.dailyCashReport(ReportScope(begin: day, end: day))
        let tills = Self.lines("tills", of: report).filter { $0.hasPrefix(Self.till) }
        return tills.map { $0.split(separator: " ")[...3].joined(separator: " ") }
            + ["sessions \(Self.lines("sessions", of: report).count)"]
    }
}
