import LedgerModel
import LedgerOperations
import LedgerStore
import LedgerTestSupport
import PostgresClient
import Testing

/// What a door would never write, and a check finds when it stands in the books all the same.
@Suite struct BreachTests {
    @Test func `a return that nothing was applied anew after breaks 3014(b) (W-10)`()
        async throws
    {
        let court = try await Case.federal()
        let payments = try await court.payAll()
        #expect(try await failed(court) == [])
        try await reverse(payments[2].recorded.entry, court)
        #expect(try await failed(court) == [.gates])
        try await court.clerk.reapply(court.docket)
        #expect(try await failed(court) == [])
    }

    @Test func `a debt that holds more than is owed is found`() async throws {
        let court = try await Case.open(in: "us", judgmentOn: "2020-06-01")
        try await court.assess("us-3571", "1000.00") { $0.grade = "felony" }
        try await court.pay("400.00")
        try await court.change(.amended, by: "-700.00")
        #expect(try await failed(court) == [.limits])
        try await court.clerk.reapply(court.docket)
        #expect(try await failed(court) == [])
        #expect(try await court.courtBalances(["240000"]) == ["-100.00"])
    }

    @Test func `money that was given back and that debts still hold is found`() async throws {
        let court = try await Case.federal()
        let payments = try await court.payAll()
        try await court.deposit("18483.33")
        try await court.refund()
        try await reverse(payments[4].recorded.entry, court)
        #expect(try await failed(court).contains(.limits))
        try await court.clerk.reapply(court.docket)
        #expect(try await failed(court) == [])
    }

    @Test func `a remittance that names other shares than it sends is found`() async throws {
        let court = try await Case.open()
        try await court.assess("mn-609.3241", "750.00") { $0.grade = "misdemeanor" }
        try await court.pay("250.01")
        try await court.deposit("250.01")
        try await court.clerk.record(RecordRemittance(to: "city-police"))
        #expect(try await failed(court) == [])
        let planted = try await court.test.query(
            """
            WITH planted AS MATERIALIZED (
                SELECT ledger_api.write_entry(
                    'remittance', '{"key": "planted", "statement": {}}', '2024-05-03', '2024-05-03'
                ) AS id
            ), whole AS (
                INSERT INTO ledger.remittance (
                    jurisdiction_id, entry_id, recipient_id, amount_cents
                )
                SELECT ledger.bound_jurisdiction(), planted.id, r.id, 499
                FROM planted CROSS JOIN ledger.recipient AS r
                WHERE r.jurisdiction_id = ledger.bound_jurisdiction() AND r.code = 'safe-harbor'
            )
            INSERT INTO ledger.remittance_line (
                jurisdiction_id, entry_id, recipient_id, paid_entry_id, paid_line, amount_cents
            )
            SELECT p.jurisdiction_id, l.id, a.recipient_id, p.entry_id, p.line, 500
            FROM planted AS l
            CROSS JOIN ledger.posting AS p
            JOIN ledger.account AS a
                ON a.jurisdiction_id = p.jurisdiction_id AND a.id = p.credit_account_id
                AND a.role = 'due_to'
            JOIN ledger.recipient AS r
                ON r.jurisdiction_id = a.jurisdiction_id AND r.id = a.recipient_id
            WHERE p.jurisdiction_id = ledger.bound_jurisdiction() AND r.code = 'safe-harbor'
            RETURNING entry_id
            """
        )
        #expect(planted.count == 1)
        let report = try await court.test.owner.verify()
        #expect(report.checks.filter { $0.violations > 0 }.map(\.subject) == [.remittances])
        #expect(report.findings.map(\.table).sorted() == ["remittance", "remittance_line"])
        #expect(report.findings.allSatisfy { $0.columns == ["amount_cents"] })
    }

    private func failed(_ court: Case) async throws -> [VerificationCheck.Subject] {
        try await court.test.owner.verify().checks.filter { $0.violations > 0 }.map(\.subject)
    }

    /// Reverses a receipt by the door alone, as a clerk in psql may.
    private func reverse(_ entry: Int64, _ court: Case) async throws {
        _ = try await court.clerk.record(
            .reverseCollections,
            [
                "effective_on": .text("2024-06-05"), "entry": .number(entry),
                "reason": .text("returned_check"),
            ],
            CommandOptions()
        )
    }
}
