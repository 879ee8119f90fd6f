import Foundation
import LedgerModel
import LedgerOperations
import LedgerStore
import LedgerTestSupport
import PostgresClient
import Testing

@Suite struct VacaturTests {
    /// Accounts of the court: bank, refunds payable, advance, then due to police, prosecutor and
    /// services.
    private static let accounts = [
        "1020", "2410", "2430", "2100.001", "2100.002", "2100.007",
    ]

    @Test func `a conviction is vacated after its money was granted out and spent (W-12)`()
        async throws
    {
        let court = try await courtWithServices()
        try await order("X", "750.00", court)
        try await order("Z", "500.00", court)
        try await court.deposit("1250.00")
        try await court.send(through: "2024-05-31")
        try await spend(court)
        #expect(try await court.available("services") == ["50.00"])

        let x = Case(test: court.test, clerk: court.clerk, docket: "X")
        let vacated = try await x.vacate()
        #expect(vacated.freed.description == "750.00")
        #expect(
            try await balances(court) == ["0.00", "-750.00", "0.00", "300.00", "150.00", "300.00"]
        )
        let paid = try await x.refund(check: 77)
        #expect(paid.reference == "77")
        // Cash to the defendant: 50.00 of the services account, 700.00 advanced.
        #expect(
            try await balances(court) == ["0.00", "0.00", "-700.00", "300.00", "150.00", "250.00"]
        )
        #expect(try await services(court) == ["30.00", "0.00", "30.00", "-250.00"])
        // X is as though it had never been; only Z's 500.00 were ordered and collected.
        #expect(try await court.funding().prefix(3) == ["500.00", "500.00", "500.00"])

        try await order("Y", "750.00", court)
        try await court.deposit("750.00", on: "2024-06-10")
        try await court.send(through: "2024-06-30")
        #expect(
            try await balances(court) == ["700.00", "0.00", "-700.00", "0.00", "0.00", "0.00"]
        )
        #expect(try await court.available("services") == ["50.00"])
        #expect(try await services(court) == ["80.00", "50.00", "30.00", "0.00"])
        try await court.clerk.repayAdvance()
        #expect(
            try await balances(court) == ["0.00", "0.00", "0.00", "0.00", "0.00", "0.00"]
        )
        #expect(
            try await court.code { try await court.clerk.repayAdvance() }
                == .advanceNotMadeGood
        )
        try await court.expectBalanced()
    }

    @Test func `a vacated count gives back what the law orders by the count (W-13)`()
        async throws
    {
        let court = try await Case.federal()
        try await court.payAll()
        try await court.deposit("18483.33")
        let vacated = try await court.vacate(counts: 1)
        #expect(vacated.freed.description == "100.00")
        #expect(try await court.owed() == ["100.00", "10000.00", "2500.00", "5000.00"])
        #expect(try await court.applied() == ["100.00", "10000.00", "2500.00", "5000.00"])
        #expect(try await court.balances(["240000", "240000.1"]) == ["-783.33", "-100.00"])
        try await court.refund("100.00")
        #expect(try await court.balances(["240000", "240000.1"]) == ["-783.33", "0.00"])
        try await court.expectBalanced()
    }

    @Test func `where the law counts by the count, half of two counts is given back (W-13)`()
        async throws
    {
        let court = try await Case.federal(in: TestLedger.countingByCount())
        #expect(try await court.owed() == ["200.00", "10000.00", "2500.00", "10000.00"])
        try await court.pay("22700.00")
        try await court.deposit("22700.00")
        let vacated = try await court.vacate(counts: 1)
        #expect(vacated.freed.description == "5100.00")
        #expect(try await court.owed() == ["100.00", "10000.00", "2500.00", "5000.00"])
        #expect(try await court.applied() == ["100.00", "10000.00", "2500.00", "5000.00"])
        try await court.expectBalanced()
    }

    /// The petitioners of Nelson, decided in 2017: what was taken, and every cent of it back.
    @Test(arguments: [
        (["8192.50"], "702.10"), (["2128.00", "2285.00"], "1977.75"),
    ])
    func `nothing is kept of a conviction that fell`(
        debts: [String],
        taken: String
    ) async throws {
        let court = try await Case.open(in: "us", judgmentOn: "2020-06-01")
        try await court.assess("us-3663A", debts[0]) {
            $0.recipients = ["restitution_payee": ["payee-1"]]
        }
        if debts.count > 1 { try await court.assess("us-3571", debts[1]) { $0.grade = "felony" } }
        try await court.pay(taken)
        try await court.deposit(taken)
        try await court.hold(["victim_payment_minimum": "0.00"])
        try await court.send(through: "2024-05-31")
        let vacated = try await court.vacate()
        #expect(vacated.freed == (try Money(parsing: taken)))
        try await court.refund()
        #expect(try await court.balances(["240000.3"]) == ["-\(taken)"])
        #expect(
            try await court.courtBalances(["101000", "111000", "136000", "240000", "240000.1"])
                == ["0.00", "0.00", "0.00", "0.00", "0.00"]
        )
        #expect(try await court.applied() == debts.map { _ in "0.00" })
        try await court.expectBalanced()
    }

    @Test func `what stays owed is paid first with what falls free`() async throws {
        let court = try await Case.federal()
        try await court.pay("3000.00")
        #expect(try await court.applied() == ["200.00", "2800.00", "0.00", "0.00"])
        let options = CommandOptions()
        let vacated = try await court.vacate(debts: [2], options)
        #expect(vacated.freed.description == "0.00")
        #expect(try await court.applied() == ["200.00", "0.00", "2500.00", "300.00"])
        let unknown = VacateConviction(court.docket, order: "O-8", debts: [9])
        #expect(try await court.code { try await court.clerk.propose(unknown) } == .debtUnknown)
        let proposed = try await court.clerk.propose(
            VacateConviction(court.docket, order: "O-8", debts: [3])
        )
        #expect(
            try await court.code { try await court.clerk.approve(vacatur: proposed.entry) }
                == .samePersonTwice
        )
        try await court.clerk.amend(
            AmendDebt(3, on: court.docket, to: Money(parsing: "2600.00"), order: "O-7")
        )
        let second = try await court.secondClerk()
        #expect(
            try await court.code { try await second.approve(vacatur: proposed.entry) }
                == .booksMoved
        )
        try await court.expectBalanced()
    }

    @Test func `an amended judgment moves the money, up and down`() async throws {
        let court = try await Case.federal()
        try await court.payAll()
        func amend(_ debt: Int16, _ amount: String) async throws -> ChangedJudgment {
            try await court.clerk.amend(
                AmendDebt(
                    debt,
                    on: court.docket,
                    to: Money(parsing: amount),
                    order: "O-2",
                    effective: Case.day("2024-06-01")
                )
            )
        }
        let up = try await amend(3, "9000.00")
        #expect(up.freed == .zero && !up.reapplied.isEmpty)
        #expect(try await court.applied() == ["200.00", "10000.00", "8283.33", "0.00"])
        let down = try await amend(3, "2000.00")
        #expect(down.freed.description == "1283.33")
        #expect(try await court.applied() == ["200.00", "10000.00", "2000.00", "5000.00"])
        #expect(try await court.balances(["240000"]) == ["-1283.33"])
        try await court.expectBalanced()
    }

    private func balances(_ court: Case) async throws -> [String] {
        let rows = try await court.balances(Self.accounts)
        // In the order of the numbers: 1020, 2100.001, .002, .007, 2410, 2430.
        return [0, 4, 5, 1, 2, 3].map { rows[$0] }
    }

    /// Cash, unobligated, obligated and not paid, and due from the court.
    private func services(_ court: Case) async throws -> [String] {
        try await court.test.query(
            """
            SELECT ledger_api.role_balance(w.jurisdiction_id, w.id, r.role)
            FROM ledger.purse AS w
            JOIN ledger.fund AS f ON f.jurisdiction_id = w.jurisdiction_id AND f.id = w.fund_id
            CROSS JOIN (VALUES (1, 'cash'), (2, 'available'), (3, 'obligated'),
                (4, 'due_from_court')) AS r (n, role)
            WHERE w.jurisdiction_id = (SELECT ledger.bound_jurisdiction())
                AND f.code = 'services'
            ORDER BY r.n
            """
        ).map { Money(cents: try $0.decode(at: 0)).description }
    }

    private func order(_ docket: String, _ amount: String, _ court: Case) async throws {
        try await court.clerk.open(
            OpenDocket(docket, judgmentOn: LedgerDate(iso: "2024-03-01"))
        )
        let it = Case(test: court.test, clerk: court.clerk, docket: docket)
        try await it.assess("mn-609.3241", amount) {
            $0.grade = "misdemeanor"
            $0.recipients = ["safe_harbor_account": ["services"]]
        }
        try await it.pay(amount)
    }

    private func spend(_ court: Case) async throws {
        let grants = try await court.test.ledger(as: .grants)
        try await grants.award(
            AwardGrant(
                "G-1",
                to: "Shelter",
                for: "survivor_services",
                from: PurseName("services", "survivor_services"),
                under: "mn-609.3241",
                FundMovement(Money(cents: 450_00))
            )
        )
        try await grants.disburse(FundMovement(Money(cents: 420_00)), under: "G-1")
    }

    /// A court whose own services account gets 40 percent.
    private func courtWithServices() async throws -> Case {
        let test = try await TestLedger.make()
        try await test.owner.store.withTransaction { connection in
            _ = try await connection.defineBooks(PostgresJSON(Self.services))
        }
        return Case(test: test, clerk: try await test.clerk, docket: "X")
    }

    private static let services = """
        {"purposes": [{"code": "survivor_services"}], "funds": [{"code": "services",
            "name": "Services account", "kind": "special_revenue", "fiscal_year_start_month": 7}],
        "purses": [{"fund": "services", "purpose": "survivor_services", "year": 0,
            "allowed": ["survivor_services"]}],
        "recipients": [{"code": "services", "name": "Services account",
            "roles": ["safe_harbor_account"],
            "own_fund": "services", "own_purpose": "survivor_services", "own_year": 0}],
        "accounts": [
            \(account("1010", "Cash", "asset", "debit", "cash")),
            \(account("1400", "Due from the court", "asset", "debit", "due_from_court")),
            \(account("4000", "Fines and forfeits", "revenue", "credit", "revenue")),
            \(account("6000", "Grants", "expenditure", "debit", "expenditure")),
            \(account("9100", "Budgetary resources", "budgetary", "debit", "resources")),
            \(account("9200", "Available for award", "budgetary", "credit", "available")),
            \(account("9300", "Undelivered orders", "budgetary", "credit", "obligated")),
            \(account("9400", "Expended", "budgetary", "credit", "expended")),
            {"fund": "court", "account_set": "proprietary", "number": "2100.007",
                "name": "Due to services", "class": "liability", "normal_side": "credit",
                "role": "due_to", "recipient": "services"}]}
        """

    private static func account(
        _ number: String,
        _ name: String,
        _ kind: String,
        _ side: String,
        _ role: String
    ) -> String {
        let set = kind == "budgetary" ? kind : "proprietary"
        return """
            {"fund": "services", "account_set": "\(set)", "number": "\(number)",
                "name": "\(name)", "class": "\(kind)", "normal_side": "\(side)",
                "role": "\(role)"}
            """
    }
}

extension TestLedger {
    /// A federal court that follows the circuits where every count is assessed.
    fileprivate static func countingByCount() async throws -> TestLedger {
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..")
        let file = root.appending(path: "Sources/StatuteLibrary/Rules/us/jurisdiction.yaml")
        let profile = try String(contentsOf: file, encoding: .utf8)
            .replacing("code: us\n", with: "code: us-by-count\n")
            .replacing("per_offender", with: "per_count")
        return try await TestLedger.make(from: "us-by-count", adding: profile)
    }
}
