import Foundation
import LedgerModel
import LedgerOperations
import LedgerStatements
import LedgerStore
import LedgerTestSupport
import PostgresClient
import Testing

/// Runs beside each other, interrupted, on shuffled rows, by other plans, with many equal lines.
@Suite struct MatchRunTests {
    private static let books = MatchingTests.small.flatMap(\.books)
    private static let bank = MatchingTests.small.flatMap(\.bank)

    private static func mixed() async throws -> MatchRoom { try await MatchRoom.open(books, bank) }

    @Test func `shuffled rows and other plans give the same result`() async throws {
        let room = try await Self.mixed()
        let first = try await room.run(isDryRun: true).resultHash
        try await room.room.test.owner.store.withTransaction { connection in
            try await connection.execute("SET LOCAL session_replication_role = replica")
            for table in ["statement_line", "statement_reference", "posting", "deposit"] {
                try await connection.execute(
                    """
                    CREATE TEMP TABLE shuffled ON COMMIT DROP AS
                    SELECT * FROM ledger.\(raw: table)
                    WHERE jurisdiction_id = ledger.bound_jurisdiction()
                    ORDER BY hashtext(ctid::text)
                    """
                )
                try await connection.execute(
                    """
                    DELETE FROM ledger.\(raw: table)
                    WHERE jurisdiction_id = ledger.bound_jurisdiction()
                    """
                )
                try await connection.execute("INSERT INTO ledger.\(raw: table) TABLE shuffled")
                try await connection.execute("DROP TABLE shuffled")
            }
        }
        for settings in [
            "-c enable_hashjoin=off", "-c enable_mergejoin=off -c enable_nestloop=off",
            "-c enable_hashagg=off -c enable_indexscan=off", "-c work_mem=64kB",
        ] {
            let ledger = try await Self.ledger(of: room, settings)
            #expect(
                try await room.run(isDryRun: true, as: ledger).resultHash == first,
                "\(settings)"
            )
        }
        #expect(try await room.run().resultHash == first)
    }

    private static func ledger(of room: MatchRoom, _ settings: String) async throws -> Ledger {
        let configuration = PostgresConfiguration(
            try SharedDatabase.url() + " options='\(settings)'",
            user: try await Self.login(of: room),
            database: SharedDatabase.name
        )
        let store = LedgerStore(
            pool: ConnectionPool(configuration),
            jurisdiction: room.room.test.code
        )
        let library = try room.room.test.owner.library()
        return Ledger(store: store, shelf: Shelf(library: library), clock: { Date() })
    }

    private static func login(of room: MatchRoom) async throws -> String {
        try await room.reconciler.store.withTransaction { connection in
            try await connection.execute("SELECT session_user::text")[0].decode(at: 0)
        }
    }

    @Test func `lines that have nothing to do with others change none of their matches`()
        async throws
    {
        let room = try await MatchRoom.open(Self.books, Self.bank)
        try await room.run()
        let confirmed = try await room.matches(["confirmed"])
        let other = try await MatchRoom.open(
            Self.books,
            Self.bank + [("2025-08-01", 77_777, "TICKET 9001"), ("2025-08-01", -5, "FEE")]
        )
        try await other.book([("2025-08-01", "T9001", 77_777), ("2025-08-04", "T9002", 1)])
        try await other.run()
        let more = try await other.matches(["confirmed"])
        #expect(Set(confirmed).isSubset(of: more) && more.count == confirmed.count + 1)
    }

    @Test func `two reconcilers at once do what one does`() async throws {
        let alone = try await Self.mixed()
        try await alone.run()
        let room = try await Self.mixed()
        async let one = room.run(as: room.room.first)
        async let two = room.run(as: room.room.second)
        let runs = try await [one, two]
        #expect(try await room.matches() == alone.matches())
        let confirmed = runs.flatMap(\.passes).reduce(0) { $0 + $1.confirmed }
        #expect(confirmed == (try await room.matches(["confirmed"]).count))
        #expect(try await room.room.test.owner.verify().isIntact)
    }

    @Test(arguments: [1, 3, 7])
    func `a run that is killed has done each rule wholly or not at all, and is finished`(
        _ rule: Int32
    ) async throws {
        let alone = try await Self.mixed()
        try await alone.run()
        let room = try await Self.mixed()
        let account = try await room.room.test.query(
            """
            SELECT entry_id FROM ledger.bank_account
            WHERE jurisdiction_id = ledger.bound_jurisdiction()
            """
        )[0].decode(Int64.self, at: 0)
        let killed = try await PostgresConnection.connect(
            SharedDatabase.configuration(
                user: try await Self.login(of: room)
            )
        )
        let code = room.room.test.code
        try await killed.runScript("SET redress.jurisdiction = '\(code)'")
        for number in 1...rule {
            if number == rule { try await killed.runScript("BEGIN") }
            try await killed.execute(
                """
                SELECT rule_no FROM ledger_api.run_match_pass(
                    \(account), 'run', \(number), '2025-12-31'
                )
                """
            )
        }
        let pid = try await killed.execute("SELECT pg_backend_pid()")[0].decode(Int32.self, at: 0)
        _ = try await room.room.test.query("SELECT pg_terminate_backend(\(pid))")
        let error = await #expect(throws: PostgresError.self) {
            try await killed.runScript("COMMIT")
        }
        #expect(error != nil)
        await killed.close()
        let done = try await room.room.test.query(
            """
            SELECT count(*) FROM ledger.match_pass
            WHERE jurisdiction_id = ledger.bound_jurisdiction()
            """
        )[0].decode(Int64.self, at: 0)
        #expect(done == Int64(rule) - 1)
        try await room.run(key: "run")
        #expect(try await room.matches() == alone.matches())
        #expect(try await room.room.test.owner.verify().isIntact)
    }

    @Test func `ten thousand equal amounts cost no more than their number`() async throws {
        func seconds(_ count: Int) async throws -> Double {
            let room = try await MatchRoom.open(
                (0..<count).map { _ in ("2025-03-03", "", 2500) },
                (0..<count - 1).map { _ in ("2025-03-04", 2500, "X") }
            )
            let begin = ContinuousClock.now
            let run = try await room.run()
            let seconds = (ContinuousClock.now - begin) / .seconds(1)
            #expect(run.passes.contains { $0.ambiguous == 1 })
            return seconds
        }
        let few = try await seconds(2_500)
        let many = try await seconds(10_000)
        // Four times the lines; pairs would cost sixteen times as much.
        #expect(many < few * 10, "\(few) s, \(many) s")
    }

    @Test func `rules of one's own hold, and are tried on past days first`() async throws {
        let room = try await MatchRoom.open(
            [("2025-01-06", "T1", 1000), ("2025-03-03", "", 4321)],
            [("2025-01-07", 1000, "TICKET 1"), ("2025-03-04", 4321, "X")]
        )
        try await room.run()
        let yaml = """
            rules:
              - { name: key, pass: reference, kinds: [ticket], days: { after: 9 }, confirm: yes }
              - { name: sum, pass: amount, days: { before: 1, after: 5 }, confirm: yes }
            """
        let tried = try await room.reconciler.tryMatchRules(
            yaml: yaml,
            of: "trust",
            through: try LedgerDate(iso: "2025-12-31")
        )
        #expect(tried.map(\.confirmed) == [1, 1])
        #expect(tried.map(\.confirmedRight) == [1, 0] && tried.map(\.confirmedWrong) == [0, 0])
        #expect(tried[0].precision == 10_000 && tried[1].precision == nil)
        #expect(try await room.matches(["proposed"]).count == 1)
        try await room.reconciler.setMatchRules(yaml: yaml, file: "r.yaml", of: "trust")
        let held = try await room.reconciler.matchRules(of: "trust")
        #expect(held.version == 2 && held.rules.map(\.name) == ["key", "sum"])
        try await room.run()
        #expect(
            try await room.matches() == ["confirmed amount 4321 s2 b2", "confirmed ticket 1 s1 b1"]
        )
    }

    @Test func `both sides have keys of one form`() async throws {
        let room = try await StatementRoom.open()
        let rules = ReferenceRules.current
        for (kind, word) in [
            ("receipt", "RCPT-000123"), ("ticket", "DEP00041"), ("ticket", "T-7"),
            ("ticket", "0"), ("voucher", "V0012"), ("check", "CK0001001"), ("check", "1001A"),
            ("trace", "091000010000001"), ("docket", "1:24-cr-00104"), ("award", "2024-VT-001"),
            ("drawdown", "DD0009"), ("imad", "20250107MMQFMP31000001"), ("ticket", "TAB12"),
        ] {
            let kept = rules.references(in: "\(kind.uppercased()) \(word)").first {
                $0.kind.rawValue == kind
            }
            let key = try await room.test.query(
                "SELECT ledger_api.match_key(\(kind), \(word))"
            )[0].decode(String?.self, at: 0)
            #expect(kept?.key == key, "\(kind) \(word)")
        }
    }

    @Test func `banking days are those of the federal calendar`() async throws {
        let test = try await TestLedger.make()
        let rows = try await test.query(
            """
            SELECT d.day, d.number - lag(d.number) OVER (ORDER BY d.day)
            FROM ledger_api.banking_days('2019-12-25', '2032-01-15') AS d ORDER BY d.day
            """
        )
        #expect(rows.count == 4_405)
        for row in rows.dropFirst() {
            let day = try LedgerDate(row.decode(PostgresDate.self, at: 0))
            #expect(
                try row.decode(Int32.self, at: 1) == (day.isFederalBusinessDay ? 1 : 0),
                "\(day)"
            )
        }
    }
}
