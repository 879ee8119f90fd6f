import LedgerModel
import LedgerOperations
import LedgerTestSupport
import PostgresClient

/// A docket for one test, with a short way to say what happens on it.
struct Case {
    let test: TestLedger
    let clerk: Ledger
    let docket: String

    static func open(
        _ docket: String = "A-1",
        in profile: String = "us-mn-hennepin",
        judgmentOn: String = "2024-03-01",
        isEntity: Bool = false
    ) async throws -> Case {
        let test = try await TestLedger.make(from: profile)
        let clerk = try await test.clerk
        try await clerk.open(
            OpenDocket(docket, judgmentOn: LedgerDate(iso: judgmentOn), isEntity: isEntity)
        )
        return Case(test: test, clerk: clerk, docket: docket)
    }

    @discardableResult
    func assess(
        _ rule: String,
        _ amount: String? = nil,
        _ change: (inout AssessDebt) -> Void = { _ in }
    ) async throws -> AssessedDebt {
        var debt = AssessDebt(rule, on: docket, amount: try amount.map(Money.init(parsing:)))
        change(&debt)
        return try await clerk.assess(debt)
    }

    @discardableResult
    func pay(
        _ amount: String,
        _ options: CommandOptions = CommandOptions(),
        _ change: (inout RecordCollection) -> Void = { _ in }
    ) async throws -> RecordedCollection {
        var collection = RecordCollection(
            try Money(parsing: amount),
            on: docket,
            by: .cash,
            received: .on(try LedgerDate(iso: "2024-05-01"))
        )
        change(&collection)
        return try await clerk.record(collection, options)
    }

    /// What each debt of the docket was applied, in the order of their numbers.
    func applied() async throws -> [String] {
        try await column(
            """
            SELECT t.applied_cents FROM ledger.debt_total AS t
            JOIN ledger.docket_reference AS r USING (jurisdiction_id, docket_id)
            WHERE r.jurisdiction_id = (SELECT ledger.bound_jurisdiction())
                AND r.reference = \(docket)
            ORDER BY t.debt_no
            """
        )
    }

    /// What each share of a debt holds.
    func held(_ debt: Int16 = 1) async throws -> [String] {
        try await column(
            """
            SELECT unnest(t.held_cents) FROM ledger.debt_total AS t
            JOIN ledger.docket_reference AS r USING (jurisdiction_id, docket_id)
            WHERE r.jurisdiction_id = (SELECT ledger.bound_jurisdiction())
                AND r.reference = \(docket) AND t.debt_no = \(debt)
            """
        )
    }

    func deposit(_ amount: String, on day: String = "2024-05-02") async throws {
        try await clerk.record(
            RecordDeposit(
                "T-\(amount)",
                stated: try Money(parsing: amount),
                deposited: .on(try LedgerDate(iso: day))
            )
        )
    }

    /// Debits less credits of these accounts.
    func balances(_ accounts: [String]) async throws -> [String] {
        try await column(
            """
            SELECT t.balance_cents
            FROM ledger_api.trial_balance('infinity', NULL, NULL, NULL) AS t
            WHERE t.account = ANY (\(accounts)) ORDER BY t.account
            """
        )
    }

    /// What a fund has available for awards.
    func available(_ fund: String) async throws -> [String] {
        try await column(
            """
            SELECT b.available_cents FROM ledger_api.fund_balance(
                '2024-01-01', 'infinity', NULL, \(fund), NULL
            ) AS b
            """
        )
    }

    /// What was assessed, collected, split and remitted in all.
    func funding() async throws -> [String] {
        try await column(
            """
            SELECT unnest(ARRAY[sum(f.assessed_cents), sum(f.collected_cents), sum(f.split_cents),
                sum(f.remitted_cents)])::bigint
            FROM ledger_api.funding('2024-01-01', '2999-12-31', NULL, 'all', NULL) AS f
            """
        )
    }

    func entries() async throws -> Int64 {
        try await test.query(
            """
            SELECT count(*) FROM ledger.journal_entry
            WHERE jurisdiction_id = (SELECT ledger.bound_jurisdiction())
            """
        )[0].decode(at: 0)
    }

    private func column(_ query: Query) async throws -> [String] {
        try await test.query(query).map { Money(cents: try $0.decode(at: 0)).description }
    }
}
