import LedgerModel
import LedgerOperations
import LedgerTestSupport
import PostgresClient
import Testing

/// Section 3014(a) orders of the non-indigent, section 2259A(a) of everybody.
@Suite struct FindingTests {
    private func find(_ isIndigent: Bool, _ court: Case) async throws {
        try await court.clerk.record(RecordFinding(isIndigent: isIndigent, on: court.docket))
    }

    @Test func `an indigent person gets no receivable where the law spares them`() async throws {
        let court = try await Case.open(in: "us", judgmentOn: "2020-06-01")
        try await find(true, court)
        let refusal = await #expect(throws: LedgerRefusal.self) {
            try await court.assess("us-3014")
        }
        #expect(refusal?.code == .indigentOwesNothing)
        #expect(try await court.applied() == [])
        try await court.assess("us-2259A", "5000.00") { $0.grade = "possession" }
        #expect(try await court.balances(["136000"]) == ["5000.00"])
    }

    @Test func `the newest finding holds, and the history is kept`() async throws {
        let court = try await Case.open(in: "us", judgmentOn: "2020-06-01")
        try await find(true, court)
        try await find(false, court)
        #expect(try await court.assess("us-3014").amount.description == "5000.00")
        let findings = try await court.test.query(
            """
            SELECT is_indigent FROM ledger.indigency_finding
            WHERE jurisdiction_id = (SELECT ledger.bound_jurisdiction()) ORDER BY entry_id
            """
        ).map { try $0.decode(Bool.self, at: 0) }
        #expect(findings == [true, false])
        #expect(try await court.test.ledger(as: .auditor).verify().isIntact)
    }

    @Test func `a finding needs a docket and a day that has come`() async throws {
        let court = try await Case.open(in: "us", judgmentOn: "2020-06-01")
        var refusal = await #expect(throws: LedgerRefusal.self) {
            try await court.clerk.record(RecordFinding(isIndigent: true, on: "nowhere"))
        }
        #expect(refusal?.code == .docketUnknown)
        refusal = await #expect(throws: LedgerRefusal.self) {
            try await court.clerk.record(
                RecordFinding(
                    isIndigent: true,
                    on: court.docket,
                    found: .on(LedgerDate(iso: "2999-01-01"))
                )
            )
        }
        #expect(refusal?.code == .dateInFuture)
    }

    @Test func `what an amount rests on is kept with the debt`() async throws {
        let court = try await Case.open(in: "us", judgmentOn: "2020-06-01")
        let assessed = try await court.assess("us-3013") {
            $0.grade = "felony"
            $0.counts = 3
            $0.priors = 2
        }
        #expect(assessed.countBasis == .perCount)
        try await court.assess("us-3014")
        let grounds = try await court.test.query(
            """
            SELECT format('%s %s %s', debt_no, priors, count_basis) FROM ledger.debt_ground
            WHERE jurisdiction_id = (SELECT ledger.bound_jurisdiction()) ORDER BY debt_no
            """
        ).map { try $0.decode(String.self, at: 0) }
        #expect(grounds == ["1 2 per_count", "2 0 per_offender"])
    }
}
