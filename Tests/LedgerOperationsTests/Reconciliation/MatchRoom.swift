import LedgerModel
import LedgerOperations
import LedgerStore
import LedgerTestSupport
import PostgresClient
import Testing

/// A bank account with lines of the books and of statements, named by their places in a test.
struct MatchRoom {
    /// A deposit of the books: its day, ticket (empty: none) and cents.
    typealias BookLine = (day: String, ticket: String, cents: Int64)
    /// A line of a statement: its day, cents and text.
    typealias BankLine = (day: String, cents: Int64, text: String)

    let room: StatementRoom

    var reconciler: Ledger { room.first }

    static func open(_ books: [BookLine] = [], _ bank: [BankLine] = []) async throws -> MatchRoom {
        let match = MatchRoom(room: try await StatementRoom.open())
        try await match.book(books)
        if !bank.isEmpty { try await match.take(bank) }
        return match
    }

    /// Writes deposits straight into the books, beside the doors of the till.
    func book(_ lines: [BookLine]) async throws {
        try await room.test.owner.store.withTransaction { connection in
            try await connection.execute(
                "SELECT set_config('redress.door', ledger.bound_jurisdiction()::text, true)"
            )
            try await connection.execute(
                """
                CREATE TEMP TABLE booked ON COMMIT DROP AS
                SELECT nextval('ledger.entry_id') AS id, u.*, b.account_id, a.fund_id, (
                        SELECT min(w.id) FROM ledger.purse AS w
                        WHERE w.jurisdiction_id = b.jurisdiction_id AND w.fund_id = a.fund_id
                    ) AS purse_id, (
                        SELECT min(c.id) FROM ledger.account AS c
                        WHERE c.jurisdiction_id = b.jurisdiction_id AND c.fund_id = a.fund_id
                            AND c.role = 'undeposited'
                    ) AS other_id, b.jurisdiction_id
                FROM (
                    SELECT u.day::date AS day, u.ticket, u.cents, u.i
                    FROM unnest(
                        \(lines.map(\.day)), \(lines.map(\.ticket)), \(lines.map(\.cents))
                    ) WITH ORDINALITY AS u (day, ticket, cents, i)
                    ORDER BY u.i
                ) AS u, ledger.bank_account AS b
                JOIN ledger.account AS a
                    ON a.jurisdiction_id = b.jurisdiction_id AND a.id = b.account_id
                WHERE b.jurisdiction_id = ledger.bound_jurisdiction() AND b.code = 'trust'
                """
            )
            try await connection.execute(
                """
                INSERT INTO ledger.journal_entry (
                    jurisdiction_id, id, kind, outcome, effective_on, posted_on, recorded_at,
                    principal_id
                )
                SELECT jurisdiction_id, id, 'deposit', 'accepted', day, day, clock_timestamp(),
                    ledger_api.bound_principal()
                FROM booked
                """
            )
            try await connection.execute(
                """
                INSERT INTO ledger.journal_tail (jurisdiction_id, entry_id, written_by)
                SELECT jurisdiction_id, id, pg_current_xact_id() FROM booked
                """
            )
            try await connection.execute(
                """
                INSERT INTO ledger.deposit (
                    jurisdiction_id, entry_id, fund_id, ticket, amount_cents
                )
                SELECT jurisdiction_id, id, fund_id, ticket, cents FROM booked
                WHERE ticket <> '' AND cents > 0
                """
            )
            try await connection.execute(
                """
                INSERT INTO ledger.posting (
                    jurisdiction_id, entry_id, line, purse_id, debit_account_id,
                    credit_account_id, amount_cents, posted_on
                )
                SELECT jurisdiction_id, id, 1, purse_id,
                    CASE WHEN cents > 0 THEN account_id ELSE other_id END,
                    CASE WHEN cents > 0 THEN other_id ELSE account_id END, abs(cents), day
                FROM booked
                """
            )
        }
    }

    /// Imports a statement of MT940 with these lines.
    func take(_ lines: [BankLine], number: String = "1") async throws {
        func amount(_ cents: Int64) -> String {
            let (whole, rest) = cents.magnitude.quotientAndRemainder(dividingBy: 100)
            return "\(whole),\(rest < 10 ? "0" : "")\(rest)"
        }
        let opening: Int64 = 1_000_000_000
        let first = lines[0].day.replacing("-", with: "").dropFirst(2)
        let body = lines.map { line in
            let day = line.day.replacing("-", with: "").dropFirst(2)
            return ":61:\(day)\(day.suffix(4))\(line.cents < 0 ? "D" : "C")\(amount(line.cents))"
                + "NTRFNONREF\n:86:\(line.text)\n"
        }
        let closing = lines.reduce(opening) { $0 + $1.cents }
        let last = (lines.map(\.day).max() ?? "").replacing("-", with: "").dropFirst(2)
        try await room.take(
            ":20:STATEMENT\n:25:\(StatementRoom.number)\n:28C:\(number)\n"
                + ":60F:C\(first)USD\(amount(opening))\n\(body.joined())"
                + ":62F:C\(last)USD\(amount(closing))\n-\n"
        )
    }

    @discardableResult
    func run(
        key: String? = nil,
        isDryRun: Bool = false,
        as ledger: Ledger? = nil
    ) async throws -> ReconcileRun {
        try await (ledger ?? reconciler).reconcile(
            "trust",
            through: try LedgerDate(iso: "2025-12-31"),
            CommandOptions(requestKey: key, isDryRun: isDryRun)
        )
    }

    /// What stands: state, key, difference, and the places of the lines of both sides.
    func matches(
        _ states: [String] = ["confirmed", "accepted", "proposed", "ambiguous"]
    )
        async throws -> [String]
    {
        try await room.test.query(
            """
            WITH places AS (
                SELECT e.id, row_number() OVER (ORDER BY e.id) AS place
                FROM ledger.journal_entry AS e
                WHERE e.jurisdiction_id = ledger.bound_jurisdiction() AND e.kind = 'deposit'
            )
            SELECT concat_ws(' ', t.state, m.key, nullif(m.difference_minor, 0), (
                    SELECT string_agg('s' || l.ordinal, ' ' ORDER BY l.statement_id, l.ordinal)
                    FROM ledger.match_statement_line AS l
                    WHERE l.jurisdiction_id = m.jurisdiction_id AND l.entry_id = m.entry_id
                        AND l.match_no = m.match_no
                ), (
                    SELECT string_agg('b' || p.place, ' ' ORDER BY p.place)
                    FROM ledger.match_book_line AS l
                    JOIN places AS p ON p.id = l.book_entry_id
                    WHERE l.jurisdiction_id = m.jurisdiction_id AND l.entry_id = m.entry_id
                        AND l.match_no = m.match_no
                ))
            FROM ledger.match AS m
            JOIN ledger_api.match_state AS t
                ON t.jurisdiction_id = m.jurisdiction_id AND t.entry_id = m.entry_id
                AND t.match_no = m.match_no
            WHERE m.jurisdiction_id = ledger.bound_jurisdiction() AND t.state = ANY (\(states))
            ORDER BY 1
            """
        ).map { try $0.decode(at: 0) }
    }

    /// Does to every match in a state what a person does to it.
    func change(_ change: String, all state: String) async throws {
        try await room.test.owner.store.withTransaction { connection in
            try await connection.execute(
                "SELECT set_config('redress.door', ledger.bound_jurisdiction()::text, true)"
            )
            try await connection.execute(
                """
                WITH entry AS MATERIALIZED (
                    SELECT ledger_api.write_entry(
                        'match_change', '{"statement": {}}', '2025-12-31', '2025-12-31'
                    ) AS id
                )
                INSERT INTO ledger.match_change
                SELECT t.jurisdiction_id, e.id, t.entry_id, t.match_no, \(change), 'a test'
                FROM ledger_api.match_state AS t, entry AS e
                WHERE t.jurisdiction_id = ledger.bound_jurisdiction() AND t.state = \(state)
                """
            )
        }
    }
}
