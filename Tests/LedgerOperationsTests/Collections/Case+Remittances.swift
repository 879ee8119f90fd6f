import LedgerModel
import LedgerOperations
import LedgerTestSupport
import PostgresClient
import Testing

extension Case {
    /// Sends everything received through a day, today.
    @discardableResult
    func send(
        through day: String,
        _ options: CommandOptions = CommandOptions()
    ) async throws -> RemittanceRun {
        let day = try LedgerDate(iso: day)
        return try await clerk.run(RunRemittances(through: day, sent: .on(day)), options)
    }

    /// Chooses settings of this court.
    func hold(_ settings: [String: String]) async throws {
        let names = settings.keys.sorted()
        let values = names.map { settings[$0] ?? "" }
        let replies = try await test.query(
            """
            SELECT outcome FROM ledger_api.set_policies(jsonb_build_array(jsonb_build_object(
                'key', 'settings', 'statement', jsonb_object(\(names), \(values)))))
            """
        )
        #expect(try replies.map { try $0.decode(String.self, at: 0) } == ["accepted"])
    }

    /// Every remittance is the sum of the postings that it names, and what a recipient is still
    /// due is the sum of those that no remittance names: counted here without the ledger's views.
    func expectTie() async throws {
        let wrong = try await test.query(
            """
            WITH moved AS (
                SELECT a.recipient_id, p.entry_id, p.line, CASE WHEN p.credit_account_id = a.id
                    THEN p.amount_cents ELSE -p.amount_cents END AS cents
                FROM ledger.posting AS p
                JOIN ledger.account AS a ON a.jurisdiction_id = p.jurisdiction_id
                    AND a.id IN (p.debit_account_id, p.credit_account_id)
                WHERE p.jurisdiction_id = (SELECT ledger.bound_jurisdiction())
                    AND a.role = 'due_to'
            ), named AS (
                SELECT l.* FROM ledger.remittance_line AS l
                WHERE l.jurisdiction_id = (SELECT ledger.bound_jurisdiction())
            ), sent AS (
                SELECT r.* FROM ledger.remittance AS r
                WHERE r.jurisdiction_id = (SELECT ledger.bound_jurisdiction())
            )
            SELECT 'remittance ' || r.entry_id FROM sent AS r
            WHERE r.amount_cents IS DISTINCT FROM (
                SELECT sum(m.cents)::bigint FROM named AS l
                JOIN moved AS m ON m.entry_id = l.paid_entry_id AND m.line = l.paid_line
                    AND m.recipient_id = l.recipient_id AND m.cents = l.amount_cents
                WHERE l.entry_id = r.entry_id AND l.recipient_id = r.recipient_id
            )
            UNION ALL
            SELECT 'due to ' || m.recipient_id FROM moved AS m
            GROUP BY m.recipient_id
            HAVING sum(m.cents) <> coalesce(sum(m.cents) FILTER (
                WHERE m.entry_id NOT IN (SELECT entry_id FROM sent)
                    AND (m.entry_id, m.line, m.recipient_id) NOT IN (
                        SELECT paid_entry_id, paid_line, recipient_id FROM named
                    )
            ), 0)
            """
        )
        #expect(try wrong.map { try $0.decode(String.self, at: 0) } == [])
    }
}

extension RemittanceRun {
    /// Who got how much.
    var sent: [String] {
        lines.filter { $0.sent != .zero }.map { "\($0.recipient) \($0.sent)" }
    }

    /// What was released and not sent, where that is something.
    var left: [String] { lines.map(\.left).filter { $0 != .zero }.map(\.description) }
}
