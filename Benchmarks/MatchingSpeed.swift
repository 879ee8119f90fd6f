import LedgerOperations
import MatchingProof
import PostgresClient

/// Matching of more and more lines, each size in a database of its own, against one bare hash join
/// of the same keys on the same server; and thousands of equal amounts in one account.
struct MatchingSpeed {
    let server: BenchServer
    /// The most lines a side.
    let most: Int

    func run(into results: inout Results) async throws {
        guard most > 0 else { return }
        var sizes = [["lines a side", "pass", "seconds", "share of the run", "times the join"]]
        var notes: [String] = []
        for lines in [10_000, 100_000, 1_000_000] where lines <= most {
            let measured = try await measure(try .scale(seed: 1, lines: lines))
            sizes += measured.rows(lines)
            notes.append(measured.note(lines))
        }
        results.add("Matching of \(most) lines a side", sizes, notes: notes + Self.notes)
        var equal = [["equal amounts", "seconds", "microseconds a line"]]
        for lines in [2_500, 5_000, 10_000] where lines <= most {
            let measured = try await measure(try .equalAmounts(seed: 1, lines: lines))
            let micros = measured.seconds * 1_000_000 / Double(lines)
            equal.append(["\(lines)", measured.seconds.digits(2), micros.digits(0)])
        }
        results.add("Equal amounts in one account", equal)
    }

    private static let notes = [
        "The join is of account, kind, key and amount of both sides, two tables without index, "
            + "the best of three; matching besides reads, chooses, explains, claims and writes.",
        "Lines: 5,900 of 10,000 by reference, 1,500 checks, 1,400 on tickets of up to 20, 1,000 "
            + "without reference, 200 in groups without ticket, and 2,000 that nobody booked.",
    ]

    private struct Measured {
        var run = MatchingRun()
        var seconds = 0.0
        var join = 0.0
        var score = ""

        func rows(_ lines: Int) -> [[String]] {
            let passes = run.passes.map { pass in
                [
                    "", pass.name, pass.seconds.digits(2), (pass.seconds / seconds).digits(2),
                    (pass.seconds / join).digits(1),
                ]
            }
            return passes + [
                ["\(lines)", "all", seconds.digits(2), "1.00", (seconds / join).digits(1)],
                ["", "one hash join", join.digits(4), (join / seconds).digits(4), "1.0"],
            ]
        }

        func note(_ lines: Int) -> String {
            "\(lines) lines: peak memory \(run.peakMegabytes) MB, \(run.restMegabytes) MB before "
                + "it began; \(score)."
        }
    }

    private func measure(_ mix: CourtMix) async throws -> Measured {
        let admin = try await server.open()
        try await admin.execute("CREATE DATABASE matching")
        let conninfo = server.conninfo(database: "matching")
        let truth = try TruthFiles()
        let court = try await MatchingCourt.make(mix, conninfo: conninfo)
        try await court.fill(truth)
        var measured = Measured()
        (measured.run, measured.seconds) = try await seconds { try await court.match() }
        let connection = try await court.superuser()
        measured.join = try await floor(connection)
        let score = try await MatchingScore.of(truth, connection)
        measured.score =
            "\(score.wrong) wrong, \(score.matchedPerThousand) of 1,000 lines with a reference "
            + "matched"
        await connection.close()
        await court.close()
        try truth.remove()
        try await admin.execute("DROP DATABASE matching WITH (FORCE)")
        await admin.close()
        return measured
    }

    /// One hash join over the keys of both sides, the best of three.
    private func floor(_ connection: PostgresConnection) async throws -> Double {
        try await connection.runScript(Self.keys, deadline: .seconds(600))
        var best = Double.infinity
        for _ in 1...3 {
            let (_, time) = try await seconds {
                try await connection.execute(
                    """
                    SELECT count(*) FROM public.bank_key AS a
                    JOIN public.book_key AS b USING (account_id, kind, key, cents)
                    """
                )
            }
            best = min(best, time)
        }
        return best
    }

    private static let keys = """
        SET enable_nestloop = off;
        SET enable_mergejoin = off;
        CREATE UNLOGGED TABLE public.bank_key AS
        SELECT a.account_id, r.kind, r.key, l.amount_minor AS cents
        FROM ledger.statement_reference AS r
        JOIN ledger.statement_line AS l USING (jurisdiction_id, statement_id, ordinal)
        JOIN ledger.statement AS s ON s.entry_id = l.statement_id
        JOIN ledger.bank_account AS a ON a.entry_id = s.bank_account_id;
        CREATE UNLOGGED TABLE public.book_key AS
        SELECT u.account_id, k.kind, k.key, u.cents
        FROM (
            SELECT p.entry_id, a.account_id, CASE WHEN p.debit_account_id = a.account_id
                THEN p.amount_cents ELSE -p.amount_cents END AS cents
            FROM ledger.posting AS p
            JOIN ledger.bank_account AS a
                ON a.account_id IN (p.debit_account_id, p.credit_account_id)
        ) AS u
        JOIN (
            SELECT d.entry_id, 'ticket' AS kind,
                ltrim(regexp_replace(d.ticket, '[^0-9]', '', 'g'), '0') AS key
            FROM ledger.deposit AS d
            UNION ALL SELECT c.entry_id, 'check', c.number::text FROM ledger.check_issued AS c
            UNION ALL SELECT d.entry_id, 'receipt', substr(r.number, 3)
            FROM ledger.deposit_receipt AS d
            JOIN ledger.receipt AS r ON r.entry_id = d.receipt_id
        ) AS k ON k.entry_id = u.entry_id;
        ANALYZE public.bank_key, public.book_key;
        """
}
