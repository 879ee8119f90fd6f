import LedgerModel
import LedgerOperations
import LedgerStore
import LedgerTestSupport
import PostgresClient
import Testing

/// What each rule finds, and that nothing that fits twice is ever confirmed.
@Suite struct MatchingTests {
    struct Small: Sendable, CustomTestStringConvertible {
        let name: String
        let books: [MatchRoom.BookLine]
        let bank: [MatchRoom.BankLine]
        let matches: [String]

        var testDescription: String { name }
    }

    static let small: [Small] = [
        Small(
            name: "a ticket",
            books: [("2025-01-06", "DEP-0041", 1000)],
            bank: [("2025-01-07", 1000, "DEPOSIT TICKET 41")],
            matches: ["confirmed ticket 41 s1 b1"]
        ),
        Small(
            name: "interchangeable lines, each with each in their order",
            books: [("2025-01-06", "T2", 1000), ("2025-01-07", "T2", 1000)],
            bank: [("2025-01-07", 1000, "TICKET 2"), ("2025-01-08", 1000, "TICKET 2")],
            matches: ["confirmed ticket 2 s1 b1", "confirmed ticket 2 s2 b2"]
        ),
        Small(
            name: "unequal counts of one key",
            books: [("2025-01-06", "T3", 1000), ("2025-01-07", "T3", 1000)],
            bank: [("2025-01-07", 1000, "TICKET 3")],
            matches: ["ambiguous ticket 3 -1000 s1 b1 b2"]
        ),
        Small(
            name: "another amount",
            books: [("2025-01-06", "T4", 1520)],
            bank: [("2025-01-07", 1250, "TICKET 4")],
            matches: ["proposed ticket 4 -270 s1 b1"]
        ),
        Small(
            name: "a ticket of several deposits",
            books: [("2025-01-06", "T5", 100), ("2025-01-06", "T5", 250)],
            bank: [("2025-01-07", 350, "TICKET 5")],
            matches: ["confirmed ticket 5 s1 b1 b2"]
        ),
        Small(
            name: "a deposit in several lines",
            books: [("2025-01-06", "T6", 777)],
            bank: [("2025-01-07", 700, "TICKET 6"), ("2025-01-07", 77, "TICKET 6")],
            matches: ["confirmed ticket 6 s1 s2 b1"]
        ),
        Small(
            name: "several with several by a ticket",
            books: [("2025-01-06", "T7", 500), ("2025-01-06", "T7", 300)],
            bank: [("2025-01-07", 450, "TICKET 7"), ("2025-01-07", 350, "TICKET 7")],
            matches: ["confirmed ticket 7 s1 s2 b1 b2"]
        ),
        Small(
            name: "a ticket that is one short",
            books: [("2025-01-06", "T8", 500), ("2025-01-06", "T8", 300)],
            bank: [("2025-01-07", 900, "TICKET 8")],
            matches: ["proposed ticket 8 100 s1 b1 b2"]
        ),
        Small(
            name: "the deposits of a day without a ticket",
            books: [("2025-02-03", "", 5_000_013), ("2025-02-03", "", 3_000_001)],
            bank: [("2025-02-04", 8_000_014, "DEPOSITS")],
            matches: ["confirmed deposit 2025-02-03 s1 b1 b2"]
        ),
        Small(
            name: "round deposits of a day prove nothing",
            books: [("2025-02-03", "", 2500), ("2025-02-03", "", 5000)],
            bank: [("2025-02-04", 7500, "DEPOSITS")],
            matches: ["proposed deposit 2025-02-03 s1 b1 b2"]
        ),
        Small(
            name: "an amount that nothing else has",
            books: [("2025-03-03", "T9", 4321)],
            bank: [("2025-03-04", 4321, "UNKNOWN")],
            matches: ["proposed amount 4321 s1 b1"]
        ),
        Small(
            name: "an amount under another ticket is no candidate",
            books: [("2025-03-03", "T9", 4321)],
            bank: [("2025-03-04", 4321, "TICKET 10")],
            matches: []
        ),
        Small(
            name: "a balanced bucket is one group",
            books: [("2025-04-01", "", 2500), ("2025-04-02", "", 2500)],
            bank: [("2025-04-02", 2500, "X"), ("2025-04-03", 2500, "X")],
            matches: ["proposed amount 2500 s1 s2 b1 b2"]
        ),
        Small(
            name: "a bucket out of balance",
            books: [("2025-05-01", "", 2500), ("2025-05-02", "", 2500)],
            bank: [("2025-05-02", 2500, "X")],
            matches: ["ambiguous amount 2500 -2500 s1 b1 b2"]
        ),
        Small(
            name: "a sum that only one set of lines makes",
            books: [
                ("2025-06-02", "", 5_117_913), ("2025-06-03", "", 7_331_977),
                ("2025-06-03", "", 3_011_239),
            ],
            bank: [("2025-06-04", 8_129_152, "X")],
            matches: ["confirmed sum s1 b1 b3"]
        ),
        Small(
            name: "a sum that several sets make",
            books: [
                ("2025-06-02", "", 2500), ("2025-06-03", "", 5000), ("2025-06-04", "", 5000),
            ],
            bank: [("2025-06-04", 7500, "X")],
            matches: ["proposed sum s1 b1 b2", "proposed sum s1 b1 b3"]
        ),
        Small(
            name: "a day outside the window",
            books: [("2025-01-06", "T1", 1000)],
            bank: [("2025-11-07", 1000, "TICKET 1")],
            matches: []
        ),
        Small(
            name: "a line that contradicts itself is proposed only",
            books: [("2025-01-06", "T1", 1000), ("2025-01-06", "T2", 1000)],
            bank: [("2025-01-07", 1000, "TICKET 1 TICKET 2")],
            matches: ["ambiguous -1000 s1 b1 b2"]
        ),
    ]

    @Test(arguments: small)
    func `a rule finds what it should and nothing else`(_ small: Small) async throws {
        let room = try await MatchRoom.open(small.books, small.bank)
        try await room.run()
        #expect(try await room.matches() == small.matches.sorted())
        let report = try await room.room.test.owner.verify()
        #expect(report.isIntact)
    }

    @Test func `running twice changes nothing`() async throws {
        let room = try await MatchRoom.open(
            Self.small.flatMap(\.books),
            Self.small.flatMap(\.bank)
        )
        try await room.run()
        let (matches, hash) = (
            try await room.matches(), try await room.reconciler.matchHash(of: "trust")
        )
        let again = try await room.run()
        #expect(again.passes.allSatisfy { $0.confirmed == 0 && $0.dissolved == 0 })
        #expect(try await room.matches() == matches)
        #expect(try await room.reconciler.matchHash(of: "trust") == hash)
    }

    @Test func `the same run key is answered as before`() async throws {
        let room = try await MatchRoom.open(Self.small[0].books, Self.small[0].bank)
        let first = try await room.run(key: "monthly")
        let second = try await room.run(key: "monthly")
        #expect(first.passes == second.passes && first.resultHash == second.resultHash)
        #expect(first.passes[0].confirmed == 1)
    }

    @Test func `a dry run shows the same and keeps nothing`() async throws {
        let room = try await MatchRoom.open(Self.small[0].books, Self.small[0].bank)
        let dry = try await room.run(isDryRun: true)
        #expect(dry.passes[0].confirmed == 1 && dry.openBook.lines == 1)
        #expect(try await room.matches() == [])
        let kept = try await room.run()
        #expect(kept.resultHash == dry.resultHash)
        #expect(kept.openBook.lines == 0 && kept.openStatement.lines == 0)
    }

    @Test func `what a person refused is not found again`() async throws {
        let room = try await MatchRoom.open(
            [("2025-03-03", "T9", 4321), ("2025-01-06", "T1", 1000)],
            [("2025-03-04", 4321, "UNKNOWN"), ("2025-01-07", 1000, "TICKET 1")]
        )
        try await room.run()
        try await room.change("rejected", all: "proposed")
        try await room.change("dissolved", all: "confirmed")
        try await room.run()
        #expect(try await room.matches() == [])
    }

    @Test func `an accepted proposal stands and claims its lines`() async throws {
        let room = try await MatchRoom.open(
            [("2025-03-03", "T9", 4321)],
            [("2025-03-04", 4321, "UNKNOWN")]
        )
        try await room.run()
        try await room.change("accepted", all: "proposed")
        let run = try await room.run()
        #expect(run.openBook.lines == 0 && run.openStatement.lines == 0)
        #expect(try await room.matches() == ["accepted amount 4321 s1 b1"])
    }

    @Test func `a surer find later dissolves an earlier proposal`() async throws {
        let room = try await MatchRoom.open(
            [("2025-03-03", "T9", 4321)],
            [("2025-03-04", 4321, "UNKNOWN")]
        )
        try await room.run()
        try await room.take([("2025-03-05", 4321, "TICKET 9")], number: "2")
        try await room.run()
        #expect(try await room.matches() == ["confirmed ticket 9 s1 b1"])
        #expect(try await room.matches(["dissolved", "overtaken"]).count == 1)
    }
}
