import LedgerModel
import LedgerOperations
import LedgerReports
import LedgerTestSupport
import PostgresClient
import Testing

/// A court goes live with its history: open cases, money on the way, and the old trial balance.
@Suite struct OpeningTests {
    @Test func `a history is brought in by two persons, tied to the cent`() async throws {
        let old = try await DepartingCourt.make()
        defer { old.remove() }
        let proposed = try await old.propose()
        #expect(proposed.files.count == 6)
        #expect(try await entries(of: old) == 0)
        let options = CommandOptions()
        try await old.approve(proposed.proposal, options)
        #expect(try await old.approve(proposed.proposal, options).isReplay)

        let court = try await old.court("OLD-1")
        #expect(
            try await court.balances(["1010", "1020", "1300", "2400", "2900"])
                == ["265.00", "490.01", "1949.98", "-55.00", "-1949.98"]
        )
        #expect(
            try await court.balances(["2100.001", "2100.002", "2100.003"])
                == ["-220.03", "-159.98", "-320.00"]
        )
        let check = try await old.test.query(
            """
            SELECT k.payable_to, k.amount_cents, e.effective_on::text, e.memo
            FROM ledger.check_issued AS k
            JOIN ledger.journal_entry AS e
                ON e.jurisdiction_id = k.jurisdiction_id AND e.id = k.entry_id
            WHERE k.jurisdiction_id = (SELECT ledger.bound_jurisdiction()) AND k.number = 881
            """
        )[0]
        #expect(try check.decode(String.self, at: 0) == "city-police")
        #expect(try check.decode(Int64.self, at: 1) == 33_333)
        #expect(try check.decode(String.self, at: 2) == "2025-06-15")
        #expect(try check.decode(String.self, at: 3) == "remittance")
        #expect(
            try await unapplied(old) == ["U-1 2025-05-20 OLD-2 40.00", "U-2 2025-06-30  15.00"]
        )
        #expect(try await old.test.ledger(as: .auditor).verify().isIntact)
        let accounts = Int(
            try await old.test.query(
                """
                SELECT count(*) FROM ledger.account AS a
                JOIN ledger.fund AS f ON f.jurisdiction_id = a.jurisdiction_id AND f.id = a.fund_id
                WHERE a.jurisdiction_id = (SELECT ledger.bound_jurisdiction()) AND f.code = 'court'
                """
            )[0].decode(Int64.self, at: 0)
        )
        let list = try await old.test.ledger(as: .auditor).openingList()
        #expect(list.sections.map(\.key) == ["openings", "files", "tie"])
        #expect(list.sections.map { rows($0).count } == [1, 9, accounts])

        let used = await #expect(throws: LedgerRefusal.self) { try await old.propose() }
        #expect(used?.code == .fundOpenedBefore)
    }

    @Test func `splits go on from what each recipient already holds`() async throws {
        let old = try await DepartingCourt.make()
        defer { old.remove() }
        try await old.approve(old.propose().proposal)
        let court = try await old.court("OLD-1")
        #expect(try await court.held() == ["100.01", "50.00", "100.00"])
        try await court.pay("249.99")
        #expect(try await court.held() == ["200.00", "100.00", "200.00"])
        try await court.pay("250.00")
        #expect(try await court.held() == ["300.00", "150.00", "300.00"])

        // Another system's rounding is no reason to refuse the next payment, and it heals.
        let rounded = try await old.court("OLD-4")
        try await rounded.pay("0.01")
        #expect(try await rounded.held() == ["100.03", "49.99", "100.00"])
        try await rounded.pay("499.98")
        #expect(try await rounded.held() == ["300.00", "150.00", "300.00"])
        #expect(try await old.test.ledger(as: .auditor).verify().isIntact)
    }

    @Test func `a check received in the old system bounces in the new one`() async throws {
        let old = try await DepartingCourt.make()
        defer { old.remove() }
        try await old.approve(old.propose().proposal)
        let court = try await old.court("OLD-3")
        #expect(try await court.held() == ["120.00", "60.00", "120.00"])
        // What was banked before is on a ticket of the opening: only the drawer goes along.
        let deposit = try await court.clerk.record(
            RecordDeposit("T-1", stated: Money(parsing: "265.00"))
        )
        #expect(deposit.receipts == 2)
        #expect(try await court.balances(["1010", "1020"]) == ["0.00", "755.01"])
        let receipt = try await court.clerk.entry(ofReceipt: "R-17", source: "opening")
        try await court.clerk.take(back: ReturnCollection(receipt))
        #expect(try await court.held() == ["20.00", "10.00", "20.00"])
        #expect(try await court.balances(["1020", "1300"]) == ["505.01", "2199.98"])
        let statement = try await court.clerk.docketReport("OLD-3")
        let applications = try #require(statement.sections.first { $0.key == "applications" })
        #expect(
            rows(applications).map { $0.cells[1] }
                == ["opening", "R-17", "R-17", "Applied", "Held, not applied"].map(ReportCell.text)
        )
        #expect(
            rows(applications).compactMap(\.cells.last)
                == ["50.00", "250.00", "-250.00", "50.00", "0.00"].map(money)
        )
        #expect(try await old.test.ledger(as: .auditor).verify().isIntact)
    }

    @Test func `nothing is sent on twice`() async throws {
        let old = try await DepartingCourt.make()
        defer { old.remove() }
        try await old.approve(old.propose().proposal)
        let clerk = try await old.test.clerk
        try await clerk.record(RecordRemittance(to: "city-police"))
        let sent = try await old.test.query(
            """
            SELECT array_agg(amount_cents ORDER BY entry_id) FROM ledger.remittance
            WHERE jurisdiction_id = (SELECT ledger.bound_jurisdiction())
            """
        )[0]
        #expect(try sent.decode([Int64].self, at: 0) == [10_001, 22_003])
        let court = try await old.court("OLD-1")
        #expect(try await court.balances(["2100.001"]) == ["0.00"])
    }

    @Test func `a control total that is off keeps nothing`() async throws {
        var old = try await DepartingCourt.make()
        defer { old.remove() }
        old.files["controls.csv"]?.replace("debts,held,4,800.02", with: "debts,held,4,800.03")
        let court = old
        let faults = await #expect(throws: OpeningFaults.self) { try await court.propose() }
        #expect(faults?.faults.map(\.code) == [.controlsDiffer])
        #expect(faults?.faults.first?.file == "controls.csv" && faults?.faults.first?.line == 3)
        #expect(try await entries(of: old) == 0)
    }

    @Test func `a trial balance that is off by a cent is refused with the account`() async throws {
        var old = try await DepartingCourt.make()
        defer { old.remove() }
        old.files["trial_balance.csv"]?.replace("1020,,490.01,", with: "1020,,490.00,")
        old.files["trial_balance.csv"]?.replace("2400,,,55.00", with: "2400,,,54.99")
        old.files["controls.csv"]?.replace("2704.99", with: "2704.98")
        let court = old
        let faults = await #expect(throws: OpeningFaults.self) { try await court.propose() }
        #expect(faults?.faults.map(\.code) == [.trialBalancesDiffer, .trialBalancesDiffer])
        let reasons = faults?.faults.map(\.reason) ?? []
        #expect(reasons[0].contains("account 1020 Cash in bank: 490.00 in the old books, 490.01"))
        #expect(reasons[1].contains("account 2400 Unapplied receipts: -54.99"))
        #expect(try await entries(of: old) == 0)
    }

    @Test func `every bad line is named with its file, line, column and reason`() async throws {
        var old = try await DepartingCourt.make()
        defer { old.remove() }
        old.files["debts.csv"]?.replace("OLD-2,2024-09-15", with: "OLD-2,2025-09-15")
        old.files["debts.csv"]?.replace("city-police=100.03", with: "county-police=100.03")
        old.files["checks.csv"]?.replace("333.33", with: "333.333")
        let court = old
        let faults = await #expect(throws: OpeningFaults.self) { try await court.propose() }
        let places = faults?.faults.map { "\($0.file):\($0.line):\($0.column)" } ?? []
        #expect(
            places.prefix(3) == ["debts.csv:3:7", "debts.csv:5:49", "checks.csv:2:28"]
        )
        #expect(
            faults?.faults.prefix(3).map(\.code)
                == [.dateInFuture, .recipientNotNamed, .amountNotValid]
        )
    }

    @Test(arguments: [
        ("OLD-3,R-17,2025-06-29,250.00", "OLD-3,R-17,2025-06-29,300.01"),
        ("city-police=100.01", "city-police=100.02"),
        ("OLD-4,2025-01-10", "OLD-2,2025-01-10"),
    ])
    func `what a case cannot have had is not brought in`(
        _ change: (from: String, to: String)
    ) async throws {
        var old = try await DepartingCourt.make()
        defer { old.remove() }
        old.files["receipts.csv"]?.replace(change.from, with: change.to)
        old.files["debts.csv"]?.replace(",\(change.from)\n", with: ",\(change.to)\n")
        old.files["debts.csv"]?.replace("\n\(change.from)", with: "\n\(change.to)")
        old.files["controls.csv"]?.replace(
            "1,250.00",
            with: change.to.hasSuffix("01") ? "1,300.01" : "1,250.00"
        )
        old.files["controls.csv"]?.replace(
            "sent,4,100.01",
            with: change.to.hasSuffix("02") ? "sent,4,100.02" : "sent,4,100.01"
        )
        let court = old
        let faults = await #expect(throws: OpeningFaults.self) { try await court.propose() }
        let codes: [LedgerRefusal.Code?] = [
            .receiptsExceedHeld, .sentExceedsHeld, .docketLinesDiffer,
        ]
        #expect(codes.contains(faults?.faults.first?.code), "\(String(describing: faults))")
        #expect(try await entries(of: old) == 0)
    }

    @Test func `one person cannot do both, and other files are not the ones proposed`()
        async throws
    {
        let old = try await DepartingCourt.make()
        defer { old.remove() }
        try old.write()
        let owner = old.test.owner
        let own = try await owner.propose(old.request)
        let same = await #expect(throws: LedgerRefusal.self) {
            try await owner.approve(opening: own.proposal, from: old.path)
        }
        #expect(same?.code == .samePersonTwice)
        var changed = old
        changed.files["checks.csv"]?.replace("city-police", with: "safe-harbor")
        try changed.write()
        let other = await #expect(throws: LedgerRefusal.self) {
            try await old.approve(own.proposal)
        }
        #expect(other?.code == .openingDiffers)
        #expect(other?.detail.contains("other than proposed: checks.csv") == true)
        let unknown = await #expect(throws: LedgerRefusal.self) { try await old.approve(-1) }
        #expect(unknown?.code == .proposalUnknown)
        #expect(try await entries(of: old) == 0)
    }

    @Test func `a fund with entries of its own is not opened`() async throws {
        let old = try await DepartingCourt.make()
        defer { old.remove() }
        let proposed = try await old.propose()
        try await old.test.clerk.open(
            OpenDocket("NEW-1", judgmentOn: LedgerDate(iso: "2025-06-30"))
        )
        let refusal = await #expect(throws: LedgerRefusal.self) {
            try await old.approve(proposed.proposal)
        }
        #expect(refusal?.code == .fundInUse)
    }

    // MARK: - What the books hold

    private func entries(of old: DepartingCourt) async throws -> Int64 {
        try await old.test.query(
            """
            SELECT (SELECT count(*) FROM ledger.docket
                WHERE jurisdiction_id = (SELECT ledger.bound_jurisdiction()))
            + (SELECT count(*) FROM ledger.posting
                WHERE jurisdiction_id = (SELECT ledger.bound_jurisdiction()))
            """
        )[0].decode(at: 0)
    }

    private func unapplied(_ old: DepartingCourt) async throws -> [String] {
        try await old.test.query(
            """
            SELECT concat_ws(' ', c.number, e.effective_on, coalesce(r.reference, ''),
                round(p.amount_cents / 100.0, 2))
            FROM ledger.receipt AS c
            JOIN ledger.journal_entry AS e
                ON e.jurisdiction_id = c.jurisdiction_id AND e.id = c.entry_id
            JOIN ledger.posting AS p
                ON p.jurisdiction_id = c.jurisdiction_id AND p.entry_id = c.entry_id
            JOIN ledger.account AS a
                ON a.jurisdiction_id = p.jurisdiction_id AND a.id = p.credit_account_id
            LEFT JOIN ledger.docket_reference AS r
                ON r.jurisdiction_id = e.jurisdiction_id AND r.docket_id = e.docket_id
            WHERE c.jurisdiction_id = (SELECT ledger.bound_jurisdiction())
                AND a.role = 'unapplied'
            ORDER BY c.number
            """
        ).map { try $0.decode(at: 0) }
    }

    private func money(_ text: String) -> ReportCell {
        let cents = Int64(text.filter { $0 != "." }) ?? .min
        return .money(Money(cents: cents))
    }

    private func rows(_ section: ReportSection) -> [ReportRow] {
        if case .list(let rows) = section.rows { rows } else { [] }
    }
}
