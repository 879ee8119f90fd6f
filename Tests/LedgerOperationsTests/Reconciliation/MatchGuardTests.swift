import LedgerModel
import LedgerOperations
import LedgerStore
import LedgerTestSupport
import PostgresClient
import Testing

/// What the tables refuse about matches to every client, and what follows for statements.
@Suite struct MatchGuardTests {
    /// Two deposits and two lines, 1000 and 2000, that no rule ties.
    private static func room() async throws -> MatchRoom {
        try await MatchRoom.open(
            [("2025-01-06", "", 1000), ("2025-01-07", "", 2000)],
            [("2025-06-06", 1000, "A"), ("2025-06-07", 2000, "B")]
        )
    }

    /// Writes a match as psql would: amounts of lines 1, 2 of the statement and 1, 2 of the books.
    private static func match(
        _ room: MatchRoom,
        bank: [Int64],
        books: [Int64],
        difference: Int64 = 0
    ) async throws {
        try await room.room.test.owner.store.withTransaction { connection in
            try await connection.execute(
                "SELECT set_config('redress.door', ledger.bound_jurisdiction()::text, true)"
            )
            try await connection.execute(
                """
                WITH bank AS (
                    SELECT array_agg(u.i::integer) AS nos, array_agg(u.minor) AS minor,
                        array_agg((SELECT min(s.entry_id) FROM ledger.statement AS s
                            WHERE s.jurisdiction_id = ledger.bound_jurisdiction())) AS ids
                    FROM unnest(\(bank)) WITH ORDINALITY AS u (minor, i) WHERE u.minor <> 0
                ), books AS (
                    SELECT array_agg(u.cents) AS cents, array_agg((
                        SELECT e.id FROM ledger.journal_entry AS e
                        WHERE e.jurisdiction_id = ledger.bound_jurisdiction()
                            AND e.kind = 'deposit' ORDER BY e.id OFFSET u.i - 1 LIMIT 1
                    )) AS ids
                    FROM unnest(\(books)) WITH ORDINALITY AS u (cents, i) WHERE u.cents <> 0
                )
                SELECT ledger_api.write_matches(
                    b.jurisdiction_id, ledger_api.write_entry(
                        'match', '{"statement": {}}', '2025-12-31', '2025-12-31'
                    ), b.entry_id, NULL, NULL, '{1}', '{accepted}', '{NULL}',
                    ARRAY[\(difference)], '{0}', '{0}', '{0}', '{a test}',
                    array_fill(1, ARRAY[cardinality(s.nos)]), s.ids, s.nos, s.minor,
                    array_fill(1, ARRAY[cardinality(k.ids)]), k.ids, k.cents
                )
                FROM ledger.bank_account AS b, bank AS s, books AS k
                WHERE b.jurisdiction_id = ledger.bound_jurisdiction()
                """
            )
        }
    }

    private func refusal(_ body: () async throws -> Void) async -> String? {
        await #expect(throws: PostgresError.self) { try await body() }?.sqlstate
    }

    @Test func `more of a line than it holds is never matched`() async throws {
        let room = try await Self.room()
        try await Self.match(room, bank: [400, 0], books: [400, 0])
        try await Self.match(room, bank: [0, 600], books: [600, 0])
        for (bank, books) in [([1000, 0], [0, 1000]), ([0, 600], [600, 0])] as [([Int64], [Int64])]
        {
            let code = await refusal { try await Self.match(room, bank: bank, books: books) }
            #expect(code == LedgerRefusal.Code.lineAlreadyMatched.rawValue)
        }
        #expect(try await room.room.test.owner.verify().isIntact)
    }

    @Test func `sides that differ from what the match says are refused`() async throws {
        let room = try await Self.room()
        let unequal = await refusal {
            try await Self.match(room, bank: [1000, 0], books: [0, 2000])
        }
        #expect(unequal == LedgerRefusal.Code.matchNotBalanced.rawValue)
        let stated = await refusal {
            try await Self.match(room, bank: [1000, 0], books: [0, 2000], difference: -1000)
        }
        #expect(stated == "23514")
    }

    @Test func `lines that are not there are refused`() async throws {
        let room = try await Self.room()
        for (bank, books) in [
            ([1500, 0], [0, 1500]), ([-1000, 0], [-1000, 0]), ([0, 0, 7], [7, 0]),
        ] as [([Int64], [Int64])] {
            let code = await refusal { try await Self.match(room, bank: bank, books: books) }
            #expect(code == LedgerRefusal.Code.matchLineUnknown.rawValue, "\(bank)")
        }
    }

    @Test func `a match is changed once and in one way`() async throws {
        let room = try await Self.room()
        try await Self.match(room, bank: [1000, 0], books: [1000, 0])
        try await room.change("dissolved", all: "accepted")
        for change in ["accepted", "rejected"] {
            let code = await refusal { try await room.change(change, all: "dissolved") }
            #expect(code == LedgerRefusal.Code.matchStateDiffers.rawValue)
        }
        // What was given back can be matched again.
        try await Self.match(room, bank: [1000, 0], books: [1000, 0])
        let run = try await room.run(isDryRun: true)
        #expect(run.openBook.lines == 1)
        #expect(try await room.room.test.owner.verify().isIntact)
    }

    @Test func `a statement whose lines are matched is not superseded`() async throws {
        let room = try await MatchRoom.open(
            [("2025-01-06", "T1", 1000)],
            [("2025-01-07", 1000, "TICKET 1")]
        )
        try await room.run()
        let corrected: [MatchRoom.BankLine] = [("2025-01-07", 2000, "TICKET 1")]
        let error = await #expect(throws: LedgerRefusal.self) { try await room.take(corrected) }
        #expect(error?.code == .statementIsMatched)
        try await room.change("dissolved", all: "confirmed")
        try await room.take(corrected)
        try await room.run()
        #expect(try await room.matches() == ["proposed ticket 1 1000 s1 b1"])
        #expect(try await room.matches(["dissolved"]).count == 1)
        try await room.book([("2025-01-06", "T1", 1000)])
        #expect(try await room.run().passes.reduce(0) { $0 + $1.confirmed } == 1)
        #expect(try await room.room.test.owner.verify().isIntact)
    }

    @Test func `a statement that comes twice is matched once`() async throws {
        let lines: [MatchRoom.BankLine] = [("2025-01-07", 1000, "TICKET 1")]
        let room = try await MatchRoom.open([("2025-01-06", "T1", 1000)], lines)
        try await room.run()
        try await room.take(lines)
        let again = try await room.run()
        #expect(again.passes[0].confirmed == 0 && again.openStatement.lines == 0)
    }

    @Test func `rules that cannot be kept are refused`() async throws {
        let room = try await Self.room()
        let bad = "rules:\n  - { name: Bad Name, pass: amount }\n"
        let error = await #expect(throws: LedgerRefusal.self) {
            try await room.reconciler.setMatchRules(yaml: bad, file: "r.yaml", of: "trust")
        }
        #expect(error?.code == .matchRulesNotValid)
        await #expect(throws: ImportFault.self) {
            try await room.reconciler.setMatchRules(
                yaml: "rules: [{ name: a, pass: luck }]",
                file: "r.yaml",
                of: "trust"
            )
        }
    }
}
