import LedgerOperations
import PostgresClient

/// Reports at the size of the load, and with as many more postings as are asked for.
struct ReportSpeed {
    private let bench: BenchLedger
    private var rows = [["postings", "balance ms", "trial balance ms", "running, first row ms"]]

    init(_ bench: BenchLedger) { self.bench = bench }

    /// Measures the reports as the books stand.
    mutating func measure() async throws {
        let connection = try await open()
        rows.append(try await measure(connection))
        await connection.close()
    }

    /// Measures them once more with as many postings as asked for, and takes these away again.
    mutating func grow(to postings: Int, into results: inout Results) async throws {
        let connection = try await open()
        try await grow(connection, to: postings)
        rows.append(try await measure(connection))
        results.add(
            "Reports",
            rows,
            notes: [
                "Best of 15 each; running is one account over a month of all postings.",
                "The last size repeats the rows of the load under other days of the year.",
            ]
        )
        try await shrink(connection)
        await connection.close()
    }

    private func open() async throws -> PostgresConnection {
        let connection = try await bench.server.open()
        try await connection.execute(
            "SELECT set_config('redress.jurisdiction', \(BenchLedger.jurisdiction), false)"
        )
        return connection
    }

    private func measure(_ connection: PostgresConnection) async throws -> [String] {
        try await connection.runScript("VACUUM ANALYZE")
        let count: Int64 = try await connection.execute("SELECT count(*) FROM ledger.posting")[0]
            .decode(at: 0)
        let balance = try await best {
            try await connection.execute(
                """
                SELECT * FROM ledger_api.fund_balance(
                    '2024-07-01', '2025-06-30', NULL, NULL, NULL)
                """
            )
        }
        let trial = try await best {
            try await connection.execute(
                "SELECT * FROM ledger_api.trial_balance('2025-06-30', NULL, NULL, NULL)"
            )
        }
        let accounts = try await connection.execute(
            """
            SELECT array_agg(a.id), array_agg(p.id)
            FROM ledger.account AS a JOIN ledger.purse AS p ON p.fund_id = a.fund_id
            WHERE a.role = 'receivable'
            """
        )
        let account: [Int32] = try accounts[0].decode(at: 0)
        let purse: [Int32] = try accounts[0].decode(at: 1)
        let running = try await best {
            try await connection.execute(
                """
                SELECT * FROM ledger_api.running(
                    '2025-02-01', '2025-02-28', NULL, \(account), \(purse)) LIMIT 1
                """
            )
        }
        return ["\(count)", balance, trial, running]
    }

    private func best(_ body: () async throws -> some Any) async throws -> String {
        var least = Double.infinity
        for _ in 0..<15 {
            let (_, time) = try await seconds { _ = try await body() }
            least = min(least, time)
        }
        return (least * 1000).digits(1)
    }

    /// Adds copies of the load's postings, with headers, numbers and day totals, on other days.
    private func grow(_ connection: PostgresConnection, to postings: Int) async throws {
        try await connection.execute("SET session_replication_role = replica")
        for copy in 1...11 {
            let count: Int64 = try await connection.execute(
                "SELECT count(*) FROM ledger.posting"
            )[0].decode(at: 0)
            guard count < postings else { break }
            let shift = Int64(copy) * 10_000_000_000
            let days = Int32(28 * copy)
            let window = "entry_id < 10000000000"
            try await connection.execute(
                """
                INSERT INTO ledger.posting SELECT entry_id + \(shift), amount_cents,
                    jurisdiction_id, purse_id, debit_account_id, credit_account_id,
                    posted_on - \(days), line, debt_no, share_no
                FROM ledger.posting WHERE \(raw: window) ORDER BY entry_id, line
                """
            )
            try await connection.execute(
                """
                INSERT INTO ledger.sealed_entry SELECT jurisdiction_id, number + \(shift),
                    entry_id + \(shift), leaf_hash
                FROM ledger.sealed_entry WHERE \(raw: window) ORDER BY number
                """
            )
            try await connection.execute(
                """
                INSERT INTO ledger.balance_day SELECT jurisdiction_id, account_id, purse_id,
                    posted_on - \(days), debit_cents, credit_cents, first_entry_id + \(shift),
                    last_entry_id + \(shift)
                FROM ledger.balance_day WHERE first_entry_id < 10000000000
                ON CONFLICT DO NOTHING
                """
            )
        }
    }

    private func shrink(_ connection: PostgresConnection) async throws {
        try await connection.execute("DELETE FROM ledger.posting WHERE entry_id >= 10000000000")
        try await connection.execute(
            "DELETE FROM ledger.sealed_entry WHERE entry_id >= 10000000000"
        )
        try await connection.execute(
            "DELETE FROM ledger.balance_day WHERE first_entry_id >= 10000000000"
        )
        try await connection.execute("SET session_replication_role = origin")
        try await connection.runScript("VACUUM ANALYZE")
    }
}
