import LedgerModel
import LedgerOperations
import LedgerReports
import LedgerTestSupport
import PostgresClient
import Testing

@Suite struct ScheduleTests {
    @Test func `twelve months divide what is owed, and a new schedule replaces the old`()
        async throws
    {
        let court = try await Case.open(in: "us", judgmentOn: "2024-02-01")
        try await court.assess("us-3571", "6000.00") { $0.grade = "felony" }
        try await schedule(court, .equal(count: 12, first: day("2024-03-01"), every: .month))
        #expect(try await rows(court).count == 12)
        #expect(try await rows(court).prefix(2) == ["1 2024-03-01 50000", "2 2024-04-01 50000"])
        try await court.pay("1000.01")
        try await schedule(court, .equal(count: 2, first: day("2024-06-01"), every: .quarter))
        #expect(try await rows(court) == ["1 2024-06-01 249999", "2 2024-09-01 250000"])
        try await court.clerk.record(
            RecordFinding(isIndigent: false, on: court.docket, found: .on(day("2024-02-01")))
        )
        let report = try await court.clerk.docketReport(court.docket)
        let counts = report.sections.suffix(3).map { section in
            guard case .list(let rows) = section.rows else { return "\(section.key) streamed" }
            return "\(section.key) \(rows.count)"
        }
        #expect(counts == ["grounds 1", "findings 1", "schedule 3"])
        #expect(try await court.test.ledger(as: .auditor).verify().isIntact)
    }

    @Test func `the court may state the parts, exactly what is owed, one after the other`()
        async throws
    {
        let court = try await Case.open(in: "us", judgmentOn: "2024-02-01")
        try await court.assess("us-3571", "100.00") { $0.grade = "felony" }
        for (code, parts) in [
            (LedgerRefusal.Code.scheduleNotWhole, [("2024-03-01", "99.99")]),
            (.scheduleNotWhole, []),
            (.scheduleNotInOrder, [("2024-03-01", "50.00"), ("2024-03-01", "50.00")]),
            (.scheduleNotInOrder, [("2024-01-31", "100.00")]),
        ] {
            let stated = try parts.map {
                Instalment(dueOn: try day($0.0), amount: try Money(parsing: $0.1))
            }
            let refusal = await #expect(throws: LedgerRefusal.self) {
                try await schedule(court, .stated(stated))
            }
            #expect(refusal?.code == code)
        }
        try await schedule(
            court,
            .stated([
                Instalment(dueOn: day("2024-03-01"), amount: Money(cents: 9_000)),
                Instalment(dueOn: day("2024-03-02"), amount: Money(cents: 1_000)),
            ])
        )
        #expect(try await rows(court) == ["1 2024-03-01 9000", "2 2024-03-02 1000"])
        let refusal = await #expect(throws: LedgerRefusal.self) {
            try await court.clerk.schedule(
                ScheduleDebt(
                    2,
                    on: court.docket,
                    .equal(count: 1, first: day("2024-03-01"), every: .month)
                )
            )
        }
        #expect(refusal?.code == .debtUnknown)
    }

    private func schedule(_ court: Case, _ parts: ScheduleDebt.Parts) async throws {
        try await court.clerk.schedule(ScheduleDebt(1, on: court.docket, parts))
    }

    private func day(_ text: String) throws -> LedgerDate { try LedgerDate(iso: text) }

    /// The schedule that holds.
    private func rows(_ court: Case) async throws -> [String] {
        try await court.test.query(
            """
            SELECT format('%s %s %s', number, due_on, amount_cents) FROM ledger.instalment
            WHERE jurisdiction_id = (SELECT ledger.bound_jurisdiction()) AND entry_id = (
                SELECT max(entry_id) FROM ledger.instalment
                WHERE jurisdiction_id = (SELECT ledger.bound_jurisdiction())
            )
            ORDER BY number
            """
        ).map { try $0.decode(at: 0) }
    }
}
