import LedgerModel
import LedgerOperations
import LedgerStore
import LedgerTestSupport
import PostgresClient
import Testing

/// What time and later orders do to the debts of a case.
extension Case {
    @discardableResult
    func change(
        _ reason: DebtChangeReason,
        of debt: Int16 = 1,
        by amount: String,
        on day: String = "2024-06-01",
        order: String? = "O-1",
        _ options: CommandOptions = CommandOptions()
    ) async throws -> ChangedDebt {
        try await clerk.change(
            ChangeDebt(
                reason,
                of: debt,
                on: docket,
                by: Self.signed(amount),
                order: order,
                effective: .on(LedgerDate(iso: day))
            ),
            options
        )
    }

    /// Lets a part of the first debt fall as though it had never been ordered.
    func vacate(_ cents: Int64, on day: String) async throws {
        let answers = try await test.owner.store.withTransaction { connection in
            try await connection.execute(
                """
                SELECT set_config('redress.door', ledger.bound_jurisdiction()::text, true)
                """
            )
            return try await connection.execute(
                """
                SELECT w.code FROM ledger.docket_reference AS r
                CROSS JOIN LATERAL ledger_api.write_changes(r.jurisdiction_id, jsonb_build_array(
                    jsonb_build_object('key', 'vacated ' || clock_timestamp(), 'statement',
                        jsonb_build_object('docket', r.docket_id, 'debt', 1, 'reason', 'vacated',
                            'amount_cents', \(-cents), 'order', 'O-2', 'effective_on',
                            \(PostgresDate(LedgerDate(iso: day)))))
                ), true) AS w
                WHERE r.jurisdiction_id = (SELECT ledger.bound_jurisdiction())
                    AND r.reference = \(docket)
                """
            )
        }
        #expect(try answers.map { try $0.decode(String?.self, at: 0) } == [nil])
    }

    private static func signed(_ amount: String) throws -> Money {
        guard amount.hasPrefix("-") else { return try Money(parsing: amount) }
        return try .zero - Money(parsing: String(amount.dropFirst()))
    }

    /// What is owed on each debt of the docket, in the order of their numbers.
    func owed() async throws -> [String] {
        try await test.query(
            """
            SELECT t.owed_cents FROM ledger.debt_total AS t
            JOIN ledger.docket_reference AS r USING (jurisdiction_id, docket_id)
            WHERE r.jurisdiction_id = (SELECT ledger.bound_jurisdiction())
                AND r.reference = \(docket)
            ORDER BY t.debt_no
            """
        ).map { Money(cents: try $0.decode(at: 0)).description }
    }

    @discardableResult
    func pay(_ amount: String, on day: String) async throws -> RecordedCollection {
        let received = BusinessDay.on(try LedgerDate(iso: day))
        return try await pay(amount) { $0.received = received }
    }

    func expect(
        _ code: LedgerRefusal.Code,
        _ body: () async throws -> Void
    ) async throws {
        let refusal = await #expect(throws: LedgerRefusal.self) { try await body() }
        #expect(refusal?.code == code)
    }

    func set(_ policy: String, _ value: String) async throws {
        try await test.owner.set(policy: policy, to: value)
    }

    /// Monthly instalments of a debt, as a judgment orders them.
    func schedule(_ debt: Int16 = 1, from day: String, _ count: Int) async throws {
        try await clerk.schedule(
            ScheduleDebt(
                debt,
                on: docket,
                .equal(count: count, first: LedgerDate(iso: day), every: .month)
            )
        )
    }

    /// Monthly instalments of the first debt, known from the entry that ordered it on.
    func schedule(_ entry: Int64, from day: String, _ count: Int, of cents: Int64) async throws {
        _ = try await test.query(
            """
            INSERT INTO ledger.instalment (
                jurisdiction_id, entry_id, docket_id, debt_no, number, due_on, amount_cents
            )
            SELECT b.jurisdiction_id, \(entry), b.docket_id, 1, n,
                \(PostgresDate(LedgerDate(iso: day))) + make_interval(months => n - 1), \(cents)
            FROM ledger.debt AS b, generate_series(1, \(Int32(count))) AS n
            WHERE b.jurisdiction_id = (SELECT ledger.bound_jurisdiction())
                AND b.entry_id = \(entry)
            """
        )
    }

    func expectNoFindings() async throws {
        let report = try await test.owner.verify()
        #expect(report.isIntact, "\(report.checks)")
    }
}
