import LedgerModel
import LedgerOperations
import LedgerStore
import LedgerTestSupport
import PostgresClient
import Testing

extension Case {
    /// A day of the case as a business day.
    static func day(_ text: String) throws -> BusinessDay { .on(try LedgerDate(iso: text)) }

    /// Another clerk than the first, who approves what that one proposes.
    func secondClerk() async throws -> Ledger {
        let approver = try await test.ledger(as: .approver)
        let grant = RoleChange(.grant, .clerk, login: "\(SharedDatabase.name)_approver")
        do {
            try await test.owner.change(grant)
        } catch let refusal as LedgerRefusal where refusal.code == .roleAlreadyHeld {
            return approver
        }
        return approver
    }

    /// A federal case with what W-01 orders, each debt with its number.
    static func federal(in test: TestLedger? = nil) async throws -> Case {
        let court: Case
        if let test {
            court = Case(test: test, clerk: try await test.clerk, docket: "A-1")
            try await court.clerk.open(
                OpenDocket("A-1", judgmentOn: LedgerDate(iso: "2020-06-01"))
            )
        } else {
            court = try await Case.open(in: "us", judgmentOn: "2020-06-01")
        }
        try await court.assess("us-3013") { ($0.grade, $0.counts) = ("felony", 2) }
        try await court.assess("us-3663A", "10000.00") {
            $0.recipients = ["restitution_payee": ["payee-1", "payee-2"]]
            $0.weights = ["restitution_payee": [60, 40]]
        }
        try await court.assess("us-3571", "2500.00") { $0.grade = "felony" }
        try await court.assess("us-3014") { $0.counts = 2 }
        return court
    }

    /// The five payments of W-01.
    @discardableResult
    func payAll() async throws -> [RecordedCollection] {
        var payments: [RecordedCollection] = []
        for amount in ["150.00", "1000.00", "9333.33", "3000.00", "5000.00"] {
            payments.append(try await pay(amount))
        }
        return payments
    }

    /// Proposes a refund, which the second clerk pays.
    @discardableResult
    func refund(
        _ amount: String? = nil,
        check: Int64? = nil,
        on day: String = "2024-06-03",
        _ options: CommandOptions = CommandOptions()
    ) async throws -> Recorded {
        let proposed = try await clerk.propose(
            IssueRefund(
                try amount.map(Money.init(parsing:)),
                on: docket,
                checkNumber: check,
                issued: Self.day(day)
            )
        )
        return try await secondClerk().approve(refund: proposed.entry, options)
    }

    /// Proposes to vacate, which the second clerk does.
    @discardableResult
    func vacate(
        debts: [Int16] = [],
        counts: Int? = nil,
        _ options: CommandOptions = CommandOptions()
    ) async throws -> ChangedJudgment {
        let proposed = try await clerk.propose(
            VacateConviction(
                docket,
                order: "O-9",
                debts: debts,
                counts: counts,
                effective: Self.day("2024-06-02")
            )
        )
        return try await secondClerk().approve(vacatur: proposed.entry, options)
    }

    /// Debits less credits of these accounts of the court's own fund.
    func courtBalances(_ accounts: [String]) async throws -> [String] {
        try await test.query(
            """
            SELECT t.balance_cents FROM ledger.fund AS f
            CROSS JOIN LATERAL ledger_api.trial_balance('infinity', NULL, f.code, NULL) AS t
            WHERE f.jurisdiction_id = (SELECT ledger.bound_jurisdiction())
                AND f.kind LIKE 'custodial%' AND t.account = ANY (\(accounts))
            ORDER BY t.account
            """
        ).map { Money(cents: try $0.decode(at: 0)).description }
    }

    /// Debits and credits are the same in all, and nothing is found that may not be.
    func expectBalanced() async throws {
        let totals = try await test.query(
            """
            SELECT sum(t.balance_cents)::bigint
            FROM ledger_api.trial_balance('infinity', NULL, NULL, NULL) AS t
            """
        ).map { try $0.decode(Int64.self, at: 0) }
        #expect(totals == [0])
        try await expectNoFindings()
    }

    func code(
        _ body: @Sendable () async throws -> Void
    ) async throws -> LedgerRefusal.Code? {
        let refusal = await #expect(throws: LedgerRefusal.self) { try await body() }
        return refusal?.code
    }
}
