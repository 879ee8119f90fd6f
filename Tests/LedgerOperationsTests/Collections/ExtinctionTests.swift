import LedgerModel
import LedgerOperations
import LedgerTestSupport
import PostgresClient
import Testing

@Suite struct ExtinctionTests {
    @Test func `an assessment ends five years after judgment to the day (W-16)`() async throws {
        let court = try await Case.open(in: "us", judgmentOn: "2019-03-01")
        try await court.assess("us-3013") { $0.grade = "felony" }
        try await court.assess("us-3571", "30.00") { $0.grade = "felony" }
        try await court.pay("50.00", on: "2020-01-02")
        #expect(try await court.run("2024-02-29") == [])
        try await court.expect(.liabilityNotEnded) {
            try await court.change(.extinction, by: "-50.00", on: "2024-02-29", order: nil)
        }
        let ended = try await court.run("2024-03-01")
        #expect(ended.map(\.amount.description) == ["50.00"])
        #expect(ended.map(\.endedOn.description) == ["2024-03-01"])
        #expect(try await court.run("2024-03-01") == [])
        #expect(try await court.owed() == ["50.00", "30.00"])
        let payment = try await court.pay("50.00", on: "2024-03-02")
        #expect(try await court.applied() == ["50.00", "30.00"])
        #expect(payment.allocation?.unapplied.description == "20.00")
        try await court.expectNoFindings()
    }

    @Test func `money that came after the end is placed where it belongs, on its day`()
        async throws
    {
        let court = try await Case.open(in: "us", judgmentOn: "2019-03-01")
        try await court.assess("us-3013") { $0.grade = "felony" }
        try await court.assess("us-3571", "3000.00") { $0.grade = "felony" }
        try await court.clerk.set(SetInterestTerm(48_000, of: 2, on: court.docket))
        let before = try await court.pay("40.00", on: "2024-02-29")
        try await court.pay("60.00", on: "2024-03-01")
        try await court.pay("500.00", on: "2024-03-02")
        #expect(try await court.applied() == ["100.00", "500.00"])
        #expect(try await court.run("2024-03-05").map(\.amount.description) == ["60.00"])
        #expect(try await court.owed() == ["40.00", "3000.00"])
        #expect(try await court.applied() == ["40.00", "560.00"])
        #expect(try await court.run("2024-03-06") == [])
        #expect(
            try await court.principalPaid(2) == [
                "2024-03-01 60.00", "2024-03-02 500.00",
            ]
        )
        // What came before the end never came: of the debt nothing is left that it could pay.
        try await court.clerk.take(
            back: ReturnCollection(
                before.recorded.entry,
                returned: .on(LedgerDate(iso: "2024-03-10"))
            )
        )
        #expect(try await court.run("2024-03-10").map(\.amount.description) == ["40.00"])
        #expect(try await court.owed() == ["0.00", "3000.00"])
        #expect(try await court.applied() == ["0.00", "560.00"])
        try await court.expectNoFindings()
    }

    @Test func `a death known late sends to victims what the fine took since`() async throws {
        let court = try await Case.open(in: "us", judgmentOn: "2020-05-01")
        try await court.assess("us-3571", "1000.00") { $0.grade = "felony" }
        try await court.pay("300.00", on: "2023-06-01")
        try await court.pay("200.00", on: "2024-06-01")
        try await court.record(.died, "2024-01-15")
        #expect(try await court.run("2024-06-01").map(\.amount.description) == ["700.00"])
        #expect(try await court.owed() == ["300.00"])
        #expect(try await court.applied() == ["300.00"])
        try await court.expectNoFindings()
    }

    @Test func `a release or death has its day between judgment and death`() async throws {
        let court = try await Case.open(in: "us", judgmentOn: "2020-05-01")
        for event in [LiabilityEvent.released, .died] {
            try await court.expect(.liabilityEventOutOfTime) {
                try await court.record(event, "2020-04-30")
            }
        }
        try await court.record(.died, "2023-01-02")
        try await court.expect(.liabilityEventOutOfTime) {
            try await court.record(.released, "2023-01-03")
        }
        try await court.record(.released, "2023-01-02")
        try await court.record(.died, "2023-01-01")
        try await court.expect(.liabilityEventOutOfTime) {
            try await court.record(.died, "2023-01-02")
        }
    }

    @Test func `each reason for owing less names its own law`() async throws {
        let court = try await Case.open(in: "us", judgmentOn: "2019-03-01")
        try await court.assess("us-3013") { $0.grade = "felony" }
        try await court.assess("us-3571", "3000.00") { $0.grade = "felony" }
        try await court.clerk.set(SetInterestTerm(48_000, of: 2, on: court.docket))
        _ = try await court.clerk.runInterest(through: LedgerDate(iso: "2019-12-31"))
        _ = try await court.clerk.runInterest(through: LedgerDate(iso: "2020-01-31"))
        try await court.change(.waiver, of: 3, by: "-10.00")
        var waiver = SetInterestTerm(nil, of: 2, on: court.docket)
        (waiver.isWaived, waiver.order) = (true, "O-1")
        try await court.clerk.set(waiver)
        _ = try await court.clerk.runInterest(through: LedgerDate(iso: "2020-02-29"))
        try await court.change(.remission, of: 2, by: "-500.00")
        try await court.change(.amended, of: 2, by: "-100.00")
        try await court.run("2024-03-01")
        try await court.record(.died, "2024-03-02")
        try await court.run("2024-03-02")
        #expect(
            try await court.laws() == [
                "3 interest 18 U.S.C. 3612(f)", "3 waiver 18 U.S.C. 3612(h)",
                "3 interest 18 U.S.C. 3612(f)(3)", "2 remission 18 U.S.C. 3573",
                "2 amended 18 U.S.C. 3571", "1 extinction 18 U.S.C. 3013(c)",
                "2 extinction 18 U.S.C. 3613(b)",
            ]
        )
        let state = try await Case.open(in: "us-wa")
        try await state.assess("wa-9A.88.120", "1500.00") { $0.grade = "patronizing" }
        try await state.change(.reduction, by: "-1000.00")
        #expect(try await state.laws() == ["1 reduction RCW 9A.88.120"])
    }

    @Test func `a fine ends twenty years after release, or with its debtor`() async throws {
        let court = try await Case.open(in: "us", judgmentOn: "2001-05-01")
        try await court.assess("us-3571", "1000.00") { $0.grade = "felony" }
        try await court.assess("us-3663A", "500.00") {
            $0.recipients = ["restitution_payee": ["payee-1"]]
        }
        #expect(try await court.run("2024-03-01") == [])
        try await court.record(.released, "2004-06-01")
        #expect(try await court.run("2024-05-31") == [])
        try await court.record(.died, "2023-01-01")
        let ended = try await court.run("2024-05-31")
        #expect(ended.map(\.endedOn.description) == ["2023-01-01"])
        #expect(ended.map(\.kind) == [.fine])
        // What victims are owed outlives the debtor, until the years are over.
        #expect(try await court.run("2024-06-01").map(\.kind) == [.restitution])
        #expect(try await court.owed() == ["0.00", "0.00"])
        try await court.expect(.docketUnknown) {
            try await court.clerk.record(.died, on: "nowhere")
        }
    }

    @Test func `two runs at once end a debt once`() async throws {
        let court = try await Case.open(in: "us", judgmentOn: "2019-03-01")
        try await court.assess("us-3013") { $0.grade = "felony" }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<4 { group.addTask { _ = try await court.run("2024-03-01") } }
            try await group.waitForAll()
        }
        #expect(try await court.owed() == ["0.00"])
        #expect(try await court.balances(["136000", "532000"]) == ["0.00", "0.00"])
    }

    @Test func `a write-off takes two persons and leaves the debt alive`() async throws {
        let court = try await Case.open()
        try await court.assess("mn-609.3241", "500.00") { $0.grade = "misdemeanor" }
        let approver = try await court.test.ledger(as: .approver)
        let tooMuch = try await court.propose("500.01")
        try await court.expect(.writeOffExceedsOpen) {
            try await approver.approveWriteOff(tooMuch)
        }
        let proposal = try await court.propose("500.00")
        let before = try await court.owed()
        try await approver.approveWriteOff(proposal)
        try await court.expect(.proposalAlreadyApproved) {
            try await approver.approveWriteOff(proposal)
        }
        try await court.expect(.proposalUnknown) { try await approver.approveWriteOff(-1) }
        #expect(try await court.owed() == before)
        try await court.pay("100.00")
        #expect(try await court.applied() == ["100.00"])
        try await approver.approveWriteOff(try await court.propose("0.00"))
        try await court.expectNoFindings()
    }
}

extension Case {
    @discardableResult
    fileprivate func run(_ day: String) async throws -> [ExtinguishedDebt] {
        try await clerk.runExtinction(asOf: LedgerDate(iso: day))
    }

    fileprivate func record(_ event: LiabilityEvent, _ day: String) async throws {
        try await clerk.record(event, on: docket, happened: .on(LedgerDate(iso: day)))
    }

    /// Day by day what was paid of the principal of a debt.
    fileprivate func principalPaid(_ debt: Int16) async throws -> [String] {
        try await test.query(
            """
            SELECT c.happened_on || ' ' || to_char(c.paid_cents / 100.0, 'FM999990.00')
            FROM ledger.docket_reference AS r
            CROSS JOIN LATERAL ledger_api.principal_changes(
                r.jurisdiction_id, ARRAY[r.docket_id], ARRAY[\(debt)]
            ) AS c
            WHERE r.jurisdiction_id = (SELECT ledger.bound_jurisdiction())
                AND r.reference = \(docket) AND c.paid_cents <> 0
            ORDER BY c.happened_on
            """
        ).map { try $0.decode(at: 0) }
    }

    /// The changes of the docket's debts with their laws, in the order in which they were written.
    fileprivate func laws() async throws -> [String] {
        try await test.query(
            """
            SELECT c.debt_no || ' ' || c.reason || ' ' || g.citation
            FROM ledger.debt_change AS c
            JOIN ledger.change_citation AS g USING (jurisdiction_id, entry_id)
            JOIN ledger_api.docket_changes(\(docket), 'infinity', NULL) AS s
                ON s.debt_no = c.debt_no AND s.reason = c.reason AND s.citation = g.citation
                AND s.amount_cents = c.amount_cents
            WHERE c.jurisdiction_id = (SELECT ledger.bound_jurisdiction())
            ORDER BY c.entry_id
            """
        ).map { try $0.decode(at: 0) }
    }

    fileprivate func propose(_ amount: String) async throws -> Int64 {
        try await clerk.proposeWriteOff(of: 1, on: docket, Money(parsing: amount)).entry
    }
}
