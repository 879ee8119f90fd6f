import LedgerModel
import LedgerOperations
import LedgerTestSupport
import PostgresClient
import Testing

/// What was known at a time is the same for ever, whatever is recorded later about earlier days.
@Suite struct LateFactTests {
    @Test func `an answer as known at a time outlives late facts, returns and closed months`()
        async throws
    {
        let court = try await Case.open()
        try await court.assess("mn-609.3241", "750.00") { $0.grade = "misdemeanor" }
        let check = try await court.pay("250.01") { $0.method = .check }
        try await court.deposit("250.01")
        _ = try await court.test.query("SELECT ledger_api.seal()")
        let moment = try await court.test.query("SELECT clock_timestamp()::text")[0]
            .decode(String.self, at: 0)
        let known = try await answers(court, at: moment)
        #expect(known.contains("25001"))

        let approver = try await court.test.ledger(as: .approver)
        try await court.clerk.open(
            OpenDocket("Late", judgmentOn: LedgerDate(iso: "2024-01-15"))
        )
        try await Case(test: court.test, clerk: court.clerk, docket: "Late").assess(
            "mn-609.3241",
            "500.00"
        ) { $0.grade = "misdemeanor" }
        try await approver.close(fund: "court", through: try LedgerDate(iso: "2024-04-30"))
        let april = try LedgerDate(iso: "2024-04-02")
        try await court.pay("33.33") { $0.received = .on(april) }
        try await court.clerk.take(back: ReturnCollection(check.recorded.entry))
        try await court.assess("mn-609.101-2", "100.00")
        _ = try await court.test.query("SELECT ledger_api.seal()")

        #expect(try await answers(court, at: moment) == known)
        #expect(try await answers(court, at: nil) != known)
        // The late fact kept its day and was posted on the first open one.
        let late = try await court.test.query(
            """
            SELECT e.effective_on::text, e.posted_on::text FROM ledger.journal_entry AS e
            WHERE e.jurisdiction_id = (SELECT ledger.bound_jurisdiction())
                AND e.kind = 'collection' AND e.effective_on < '2024-05-01'
            """
        )
        #expect(try late.map { try $0.decode(String.self, at: 0) } == ["2024-04-02"])
        #expect(try late.map { try $0.decode(String.self, at: 1) } == ["2024-05-01"])
    }

    @Test func `books without a movement have one period of zeros`() async throws {
        let court = try await Case.open()
        let rows = try await court.test.query(
            """
            SELECT DISTINCT f.period
            FROM ledger_api.funding('0001-01-01', '2024-05-31', NULL, 'month', NULL) AS f
            """
        )
        #expect(try rows.map { try $0.decode(String.self, at: 0) } == ["2024-05"])
    }

    /// Every report's figures up to the end of May 2024, as text.
    private func answers(_ court: Case, at moment: String?) async throws -> String {
        let known = moment.map { "'\($0)'::timestamptz" } ?? "NULL::timestamptz"
        let parts = [
            "ledger_api.trial_balance('2024-05-31', \(known), NULL, NULL)",
            "ledger_api.fund_balance('2024-05-01', '2024-05-31', \(known), NULL, NULL)",
            "ledger_api.funding('-infinity', '2024-05-31', \(known), 'month', NULL)",
            "ledger_api.docket_statement('A-1', \(known))",
            "ledger_api.docket_applications('A-1', \(known))",
        ]
        var text = ""
        for part in parts {
            let rows = try await court.test.query(
                "SELECT coalesce(jsonb_agg(to_jsonb(r)), '[]')::text FROM \(raw: part) AS r"
            )
            text += try rows[0].decode(String.self, at: 0)
        }
        return text
    }
}
