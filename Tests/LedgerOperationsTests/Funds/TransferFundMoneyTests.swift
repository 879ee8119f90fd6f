import LedgerModel
import LedgerOperations
import LedgerTestSupport
import PostgresClient
import Testing

/// Collected by courts is transferred to the fund, as subsections (d) and (h)(1) say.
@Suite struct TransferFundMoneyTests {
    private struct Federal {
        let court: Case
        let grants: Ledger

        func transfer(through day: String) async throws -> String {
            let day = try LedgerDate(iso: day)
            return try await grants.transfer(.collected(through: day), made: .on(day))
                .reference ?? ""
        }

        /// The five payments of W-01; answers with their entries.
        func pay() async throws -> [Int64] {
            var entries: [Int64] = []
            for amount in ["150.00", "1000.00", "9333.33", "3000.00", "5000.00"] {
                entries.append(try await court.pay(amount).recorded.entry)
            }
            return entries
        }

        /// Debits less credits of cash and the budgetary accounts of the fund.
        func fund() async throws -> [String] {
            try await court.balances(["411400", "445000", "451000", "461000", "575000"])
        }
    }

    @Test func `collected is transferred, once, and taken back when a receipt returns (W-10)`()
        async throws
    {
        let federal = try await Self.federal()
        let entries = try await federal.pay()
        #expect(try await federal.transfer(through: "2024-05-31") == "5000.00")
        #expect(try await federal.transfer(through: "2024-06-30") == "0.00")
        #expect(
            try await federal.fund() == ["5000.00", "-5000.00", "0.00", "0.00", "-5000.00"]
        )
        try await federal.grants.allot(
            FundMovement(Money(cents: 300_000)),
            in: PurseName("dtvf", "survivor_services")
        )
        try await federal.court.clerk.take(
            back: ReturnCollection(
                entries[2],
                returned: .on(try LedgerDate(iso: "2024-07-01"))
            )
        )
        #expect(try await federal.transfer(through: "2024-06-30") == "0.00")
        #expect(try await federal.transfer(through: "2024-07-31") == "-5000.00")
        #expect(try await federal.fund() == Array(repeating: "0.00", count: 5))
        let tie = try await federal.court.test.query(
            """
            SELECT concat_ws(' ', fiscal_year, collected_cents, transferred_cents)
            FROM ledger_api.transfer_tie('2024-07-31', NULL)
            """
        ).map { try $0.decode(String.self, at: 0) }
        #expect(tie == ["FY2024 0 0"])
    }

    @Test func `a transfer never goes back behind a day that is covered`() async throws {
        let federal = try await Self.federal()
        _ = try await federal.pay()
        _ = try await federal.transfer(through: "2024-06-30")
        let refusal = await #expect(throws: LedgerRefusal.self) {
            try await federal.transfer(through: "2024-05-31")
        }
        #expect(refusal?.code == .transferDayPassed)
    }

    @Test func `what was awarded already cannot be taken back`() async throws {
        let federal = try await Self.federal()
        let entries = try await federal.pay()
        _ = try await federal.transfer(through: "2024-05-31")
        let purse = PurseName("dtvf", "survivor_services")
        try await federal.grants.allot(FundMovement(Money(cents: 500_000)), in: purse)
        try await federal.grants.award(
            AwardGrant(
                "A-1",
                to: "Shelter",
                for: "survivor_services",
                from: purse,
                under: "us-3014",
                FundMovement(Money(cents: 1))
            )
        )
        try await federal.court.clerk.take(
            back: ReturnCollection(
                entries[2],
                returned: .on(try LedgerDate(iso: "2024-07-01"))
            )
        )
        let refusal = await #expect(throws: LedgerRefusal.self) {
            try await federal.transfer(through: "2024-07-31")
        }
        #expect(refusal?.code == .cashInsufficient)
    }

    @Test func `the health transfer of a year is at least five million and made once`()
        async throws
    {
        let federal = try await Self.federal()
        _ = try await federal.pay()
        _ = try await federal.transfer(through: "2024-05-31")
        func health(_ year: Int) async throws -> String? {
            try await federal.grants.transfer(.health(year: year)).reference
        }
        #expect(try await health(2024) == "5000000.00")
        #expect(try await health(2024) == "0.00")
        let refusal = await #expect(throws: LedgerRefusal.self) { try await health(2014) }
        #expect(refusal?.code == .transferUnknown)
        let purses = try await federal.court.test.query(
            """
            SELECT concat_ws(' ', b.purpose, b.closing_cents)
            FROM ledger_api.fund_balance('2024-01-01', 'infinity', NULL, 'dtvf', NULL) AS b
            ORDER BY b.purpose
            """
        ).map { try $0.decode(String.self, at: 0) }
        #expect(purses == ["health_care 500000000", "survivor_services 500000"])
    }

    private static func federal() async throws -> Federal {
        let court = try await Case.open("W-10", in: "us", judgmentOn: "2024-03-01")
        try await court.assess("us-3013") {
            $0.grade = "felony"
            $0.counts = 2
        }
        try await court.assess("us-3663A", "10000.00") {
            $0.recipients = ["restitution_payee": ["payee-1", "payee-2"]]
            $0.weights = ["restitution_payee": [60, 40]]
        }
        try await court.assess("us-3571", "2500.00") { $0.grade = "felony" }
        try await court.assess("us-3014")
        return Federal(court: court, grants: try await court.test.ledger(as: .grants))
    }
}
