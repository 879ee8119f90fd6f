import LedgerTestSupport
import MatchingProof
import PostgresClient
import Testing

/// The score itself: it is only worth as much as what it finds.
struct MatchingScoreTests {
    @Test func `a seed makes the same year again, another seed another one`() throws {
        func year(_ seed: UInt64) throws -> [String] {
            var year = AccountYear(try .year(seed: seed, lines: 500), account: 0)
            try year.run()
            return year.bank.map { "\($0.day) \($0.cents) \($0.text)" }
                + year.book.map { "\($0.day) \($0.cents) \($0.form)" }
        }
        #expect(try year(7) == year(7))
        #expect(try year(7) != year(8))
    }

    @Test func `a year has everything in it that goes wrong, and most of it goes right`() throws {
        var year = AccountYear(try .year(seed: 3, lines: 2_400), account: 0)
        try year.run()
        let events = Dictionary(grouping: year.groups, by: \.event).mapValues(\.count)
        // What strays comes out of the account before.
        #expect(Set(events.keys) == Set(CourtEvent.allCases))
        #expect(2_400...2_420 ~= year.book.count)
        #expect((events[.one] ?? 0) > 1_000)
        // Checks that were not presented by the end.
        let parts = year.groups.filter { !$0.isWhole }
        #expect(parts.allSatisfy { $0.event == .check })
        #expect(year.strayed.count == events[.elsewhere])
    }

    @Test func `what is taken away leaves its group in part, and nobody can match it`() throws {
        var year = AccountYear(try .year(seed: 3, lines: 2_400, removed: 20), account: 0)
        try year.run()
        #expect(1_800...2_000 ~= year.book.count)
        let parts = year.groups.filter { !$0.isWhole }
        #expect(parts.count > 300)
        #expect(parts.allSatisfy { !$0.isMatchable })
    }

    @Test func `the score counts exactly what is right, and sees every kind of wrong`() async throws
    {
        try await ProofDatabase.with(try .year(seed: 5, lines: 1_200)) { court, truth in
            try await court.fill(truth)
            let connection = try await court.superuser()
            _ = try await MatchingScore.of(truth, connection)
            try await connection.runScript(Self.trueMatches)
            let right = try await MatchingScore.of(truth, connection)
            #expect(right.wrong == 0)
            #expect(right.events.allSatisfy { $0.confirmed == $0.matchable })
            // Written twice or entered twice: those stay with a person.
            #expect(right.isGood && right.matchedPerThousand < 1_000)

            try await connection.runScript(Self.wrongMatches)
            let wrong = try await MatchingScore.of(truth, connection)
            #expect(wrong.wrong == 4)
            #expect(!wrong.isGood)
            #expect(try await MatchingScore.examples(connection).count == 4)
            await connection.close()
        }
    }

    /// Matches as somebody would make them who knew the truth.
    private static let trueMatches = """
        SET session_replication_role = replica;
        CREATE TABLE public.made AS
        SELECT g.grp, row_number() OVER (ORDER BY g.grp)::integer AS match_no, b.account
        FROM truth.groups AS g
        JOIN (SELECT DISTINCT t.grp, t.account FROM truth.book AS t) AS b ON b.grp = g.grp
        WHERE g.is_matchable;
        INSERT INTO ledger.match_book_line
        SELECT a.jurisdiction_id, 1, m.match_no, a.account_id, t.entry_id, t.cents
        FROM public.made AS m
        JOIN truth.book AS t ON t.grp = m.grp
        JOIN ledger.bank_account AS a ON a.code = m.account;
        INSERT INTO ledger.match_statement_line
        SELECT a.jurisdiction_id, 1, m.match_no, t.statement_id, t.ordinal, t.cents
        FROM public.made AS m
        JOIN truth.line AS t ON t.grp = m.grp
        JOIN ledger.bank_account AS a ON a.code = m.account;
        INSERT INTO ledger.match (
            jurisdiction_id, entry_id, match_no, bank_account_id, pass_id, rule_no, state,
            difference_minor, statement_rivals, book_rivals
        )
        SELECT a.jurisdiction_id, 1, m.match_no, a.entry_id, 1, 1, 'confirmed', 0, 0, 0
        FROM public.made AS m JOIN ledger.bank_account AS a ON a.code = m.account;
        """

    /// A ticket without one of its deposits, two lines that changed places, and a line that the
    /// bank wrote twice.
    private static let wrongMatches = """
        SET session_replication_role = replica;
        DELETE FROM ledger.match_book_line AS l
        WHERE l.book_entry_id = (
            SELECT min(t.entry_id) FROM truth.book AS t
            JOIN truth.groups AS g ON g.grp = t.grp AND g.event = 'ticket'
        );
        WITH pair AS (
            SELECT l.match_no, lead(l.match_no) OVER (ORDER BY l.match_no) AS other,
                lag(l.match_no) OVER (ORDER BY l.match_no) AS previous
            FROM (
                SELECT m.match_no FROM public.made AS m
                JOIN truth.groups AS g ON g.grp = m.grp AND g.event = 'one'
                ORDER BY m.match_no LIMIT 2
            ) AS l
        )
        UPDATE ledger.match_statement_line AS l
        SET match_no = coalesce(p.other, p.previous)
        FROM pair AS p WHERE l.match_no = p.match_no;
        INSERT INTO ledger.match_book_line
        SELECT a.jurisdiction_id, 2, 1, a.account_id, t.entry_id, t.cents
        FROM truth.book AS t JOIN ledger.bank_account AS a ON a.code = t.account
        WHERE t.grp = (SELECT min(g.grp) FROM truth.groups AS g WHERE g.event = 'bankTwice');
        INSERT INTO ledger.match_statement_line
        SELECT a.jurisdiction_id, 2, 1, t.statement_id, t.ordinal, t.cents
        FROM truth.line AS t JOIN ledger.bank_account AS a ON a.code = t.account
        WHERE t.grp = (SELECT min(g.grp) FROM truth.groups AS g WHERE g.event = 'bankTwice')
        LIMIT 1;
        INSERT INTO ledger.match (
            jurisdiction_id, entry_id, match_no, bank_account_id, pass_id, rule_no, state,
            difference_minor, statement_rivals, book_rivals
        )
        SELECT a.jurisdiction_id, 2, 1, a.entry_id, 1, 1, 'confirmed', 0, 0, 0
        FROM ledger.bank_account AS a;
        """
}
