import LedgerModel
import LedgerOperations
import LedgerTestSupport
import PostgresClient
import Testing

/// After any sequence of commands the books hold, and saying everything again changes nothing.
@Suite struct RandomCommandTests {
    @Test(arguments: [UInt64(1), 2, 3])
    func `any sequence of commands leaves whole books`(seed: UInt64) async throws {
        var random = SeededGenerator(seed: seed)
        let court = try await Case.open("P-0", in: "us", judgmentOn: "2020-06-01")
        let steps = try await prepare(court, &random)
        for step in steps { await step() }
        try await check(court)
        let entries = try await court.entries()
        for step in steps { await step() }
        let refusedAgain = try await court.test.query(
            """
            SELECT count(*) FROM ledger.refusal AS r JOIN ledger.journal_entry AS e
                ON e.jurisdiction_id = r.jurisdiction_id AND e.id = r.entry_id
            WHERE r.jurisdiction_id = (SELECT ledger.bound_jurisdiction()) AND r.code = 'LG003'
            """
        )[0].decode(Int64.self, at: 0)
        #expect(try await court.entries() == entries)
        #expect(refusedAgain == 0)
        try await check(court)
    }

    /// Draws the commands first, so that they can be said again word for word.
    private func prepare(
        _ court: Case,
        _ random: inout SeededGenerator
    ) async throws -> [@Sendable () async -> Void] {
        let clerk = court.clerk
        let first = try await court.entries()
        try await court.assess("us-3013") { $0.grade = "felony" }
        try await court.assess("us-3663A", "333.33") {
            $0.recipients = ["restitution_payee": ["payee-1", "payee-2"]]
            $0.weights = ["restitution_payee": [2, 1]]
        }
        try await court.assess("us-3571", "77.77") { $0.grade = "felony" }
        try await court.assess("us-3014")
        #expect(try await court.entries() == first + 4)
        var steps: [@Sendable () async -> Void] = []
        for number in 0..<25 {
            let options = CommandOptions(requestKey: "step-\(number)")
            let cents = Int64.random(in: 1...60_000, using: &random)
            switch Int.random(in: 0..<10, using: &random) {
            case 0...5:
                var collection = RecordCollection(
                    Money(cents: cents),
                    on: court.docket,
                    by: .cash,
                    received: .on(try LedgerDate(iso: "2024-05-01"))
                )
                collection.earmark = .jvtaAssessment
                steps.append { [collection] in
                    _ = try? await clerk.record(collection, options)
                }
            case 6, 7:
                let place = Int64.random(in: 0..<20, using: &random)
                let test = court.test
                let chosen = Chosen()
                steps.append {
                    let entry = await chosen.entry {
                        try? await test.query(
                            """
                            SELECT entry_id FROM ledger.receipt
                            WHERE jurisdiction_id = (SELECT ledger.bound_jurisdiction())
                            ORDER BY entry_id OFFSET \(place) LIMIT 1
                            """
                        ).first?.decode(at: 0)
                    }
                    guard let entry else { return }
                    _ = try? await clerk.take(back: ReturnCollection(entry), options)
                }
            case 8:
                let deposit = RecordDeposit(
                    "T-\(number)",
                    deposited: .on(try LedgerDate(iso: "2024-06-01"))
                )
                steps.append { _ = try? await clerk.record(deposit, options) }
            default:
                let remittance = RecordRemittance(
                    to: "cvf",
                    sent: .on(try LedgerDate(iso: "2024-06-01"))
                )
                steps.append { _ = try? await clerk.record(remittance, options) }
            }
        }
        return steps
    }

    private func check(_ court: Case) async throws {
        let wrong = try await court.test.query(
            """
            SELECT 'debt total ' || t.debt_no FROM ledger.debt_total AS t
            JOIN ledger.debt AS b USING (jurisdiction_id, docket_id, debt_no)
            WHERE t.jurisdiction_id = (SELECT ledger.bound_jurisdiction())
                AND (t.applied_cents > b.ordered_cents OR 0 > ANY (t.held_cents)
                    OR t.applied_cents <> (SELECT sum(h) FROM unnest(t.held_cents) AS h)
                    OR t.applied_cents <> (
                        SELECT coalesce(sum(CASE
                            WHEN c.role = 'receivable' THEN p.amount_cents
                            ELSE -p.amount_cents END), 0)
                        FROM ledger.posting AS p
                        JOIN ledger.journal_entry AS e
                            ON e.jurisdiction_id = p.jurisdiction_id AND e.id = p.entry_id
                        JOIN ledger.account AS d
                            ON d.jurisdiction_id = p.jurisdiction_id
                            AND d.id = p.debit_account_id
                        JOIN ledger.account AS c
                            ON c.jurisdiction_id = p.jurisdiction_id
                            AND c.id = p.credit_account_id
                        WHERE p.jurisdiction_id = t.jurisdiction_id
                            AND e.docket_id = t.docket_id AND p.debt_no = t.debt_no
                            AND ARRAY['undeposited', 'bank'] && ARRAY[d.role, c.role]
                    ))
            UNION ALL
            SELECT 'balance of fund ' || a.fund_id
            FROM ledger.balance_day AS b
            JOIN ledger.account AS a
                ON a.jurisdiction_id = b.jurisdiction_id AND a.id = b.account_id
            WHERE b.jurisdiction_id = (SELECT ledger.bound_jurisdiction())
            GROUP BY a.fund_id, a.account_set
            HAVING sum(b.debit_cents) <> sum(b.credit_cents)
            """
        )
        #expect(try wrong.map { try $0.decode(String.self, at: 0) } == [])
    }
}

/// An entry that is chosen once, when its step is first taken.
private actor Chosen {
    private var choice: Int64??

    func entry(_ find: () async -> Int64?) async -> Int64? {
        if let choice { return choice }
        let found = await find()
        choice = .some(found)
        return found
    }
}
