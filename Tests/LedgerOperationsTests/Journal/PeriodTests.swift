import LedgerModel
import LedgerOperations
import LedgerReports
import LedgerTestSupport
import PostgresClient
import Testing

@Suite struct PeriodTests {
    @Test func `what comes late keeps its day and is posted on the first open one`() async throws {
        let court = try await Case.open()
        try await court.assess("mn-609.3241", "750.00") { $0.grade = "misdemeanor" }
        let approver = try await court.test.ledger(as: .approver)
        try await approver.close(fund: "court", through: LedgerDate(iso: "2024-05-31"))
        let late = try await court.pay("100.00")
        let row = try await court.test.query(
            """
            SELECT effective_on::text, posted_on::text FROM ledger.journal_entry
            WHERE jurisdiction_id = (SELECT ledger.bound_jurisdiction())
                AND id = \(late.recorded.entry)
            """
        )[0]
        #expect(try row.decode(String.self, at: 0) == "2024-05-01")
        #expect(try row.decode(String.self, at: 1) == "2024-06-01")
    }

    @Test func `a late fact changes the restated view and leaves the certified one`()
        async throws
    {
        let court = try await Case.open()
        try await court.assess("mn-609.3241", "750.00") { $0.grade = "misdemeanor" }
        try await court.pay("50.00")
        let approver = try await court.test.ledger(as: .approver)
        try await approver.close(fund: "court", through: LedgerDate(iso: "2024-05-31"))
        try await court.pay("100.00")
        let may = ReportScope(end: try LedgerDate(iso: "2024-05-31"), fund: "court")
        var restated = may
        restated.basis = .effective
        let held = try await Self.money(approver.balanceReport(may))
        #expect(held == [0, 5_000, 0, 5_000, 0])
        let asItHappened = try await Self.money(approver.balanceReport(restated))
        #expect(asItHappened == [0, 15_000, 0, 15_000, 0])
    }

    private static func money(_ report: Report) async throws -> [Int64] {
        let csv = try await CSVRenderer().text(report)
        let line = csv.split(separator: "\r\n").first { $0.contains("custody") } ?? ""
        return try line.split(separator: ",").suffix(5).map { try Money(parsing: String($0)).cents }
    }

    @Test func `who closed a period cannot reopen it`() async throws {
        let test = try await TestLedger.make()
        let approver = try await test.ledger(as: .approver)
        let end = try LedgerDate(iso: "2024-05-31")
        try await approver.close(fund: "court", through: end)
        let before = try LedgerDate(iso: "2024-04-30")
        let refusal = await #expect(throws: LedgerRefusal.self) {
            try await approver.reopen(fund: "court", after: before)
        }
        #expect(refusal?.code == .samePersonTwice)
        try await test.owner.reopen(fund: "court", after: before)
    }
}
