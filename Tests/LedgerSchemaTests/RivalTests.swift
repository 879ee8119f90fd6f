import PostgresClient
import Testing

/// What holds when many connections want the same thing at once.
@Suite struct RivalTests {
    @Test func `what is available decides to the cent`() async throws {
        let court = try await Court.open()
        try await court.with("grants") { grants in
            try await grants.run(
                """
                SELECT probe.fund_money('m', 'dtvf', 900000000);
                SELECT probe.allot('a', 750000000);
                SELECT probe.award('obligated', 'dtvf', 740000000);
                """
            )
            #expect(try await grants.outcome("probe.award('1', 'dtvf', 15000000)") == "LG401")
            #expect(try await grants.outcome("probe.award('2', 'dtvf', 10000000)") == "accepted")
            #expect(try await grants.outcome("probe.award('3', 'dtvf', 1)") == "LG401")
        }
    }

    @Test func `of two awards that fit only alone, one is accepted`() async throws {
        let court = try await Court.open()
        try await court.with("grants") { try await $0.run(Self.fund(10_000_000)) }
        let outcomes = try await Self.race(court, "grants", clients: 2) { client, session in
            try await session.outcome("probe.award('w\(client)', 'harbor', 6000000)")
        }
        #expect(outcomes.sorted() == ["LG401", "accepted"])
    }

    @Test func `32 clients never award more than a purse has`() async throws {
        let court = try await Court.open()
        try await court.with("grants") { try await $0.run(Self.fund(100_000)) }
        let outcomes = try await Self.race(court, "grants", clients: 32) { client, session in
            var outcomes: [String] = []
            for round in 1...2 {
                let call = "probe.award('w\(client) \(round)', 'harbor', 2500)"
                outcomes.append(try await session.outcome(call))
            }
            return outcomes.joined(separator: " ")
        }.flatMap { $0.split(separator: " ") }
        #expect(outcomes.filter { $0 == "accepted" }.count == 40)
        #expect(outcomes.filter { $0 == "LG401" }.count == 24)
        let left = try await court.with("auditor") { try await Self.balance($0, "available") }
        #expect(left == 0)
    }

    @Test(arguments: ["REPEATABLE READ", "SERIALIZABLE"])
    func `a snapshot from before a rival's award writes nothing`(level: String) async throws {
        let court = try await Court.open()
        try await court.with("grants") { try await $0.run(Self.fund(100)) }
        let early = try await court.session("grants")
        try await early.run("BEGIN ISOLATION LEVEL \(level); SELECT count(*) FROM ledger.fund")
        let first = try await court.with("grants") { rival in
            try await rival.outcome("probe.award('rival', 'harbor', 100)")
        }
        #expect(first == "accepted")
        #expect(try await early.outcome("probe.award('early', 'harbor', 100)") == "25000")
        try await early.run("ROLLBACK")
        await early.close()
    }

    @Test func `a returned check waits for the remittance that looks at the same money`()
        async throws
    {
        let court = try await Court.open()
        try await court.docket("R")
        let remitter = try await court.session("clerk")
        try await remitter.run(
            """
            SELECT probe.collect('c', 'R', 500, '[{"debt":1,"shares":[200,100,200]}]');
            SELECT probe.deposit('d', 500);
            """
        )
        try await remitter.run("BEGIN; SELECT probe.remit('r', 'police', 200)")
        try await court.with("clerk") { rival in
            try await rival.run("SET lock_timeout = '100ms'")
            #expect(try await rival.outcome("probe.reverse('v', probe.entry('c'))") == "55P03")
        }
        try await remitter.run("COMMIT")
        let then = try await court.with("clerk") { rival in
            try await rival.outcome("probe.reverse('v', probe.entry('c'))")
        }
        #expect(then == "accepted")
        await remitter.close()
    }

    @Test func `one request said 50 times at once is one entry and 50 equal answers`()
        async throws
    {
        let court = try await Court.open()
        try await court.docket("R", debts: [])
        try await court.with("grants") { try await $0.run(Self.fund(100_000)) }
        for (job, call) in [
            ("grants", "probe.award('once', 'harbor', 700)"),
            ("clerk", "probe.collect('said', 'R', 5, '[]', 5)"),
        ] {
            let answers = try await Self.race(court, job, clients: 50) { _, session in
                try await Self.repeating { try await session.replies(call) }[0]
            }
            #expect(answers.filter { !$0.isReplay }.count == 1)
            #expect(Set(answers.map { "\($0.entry ?? 0) \($0.outcome)" }).count == 1)
        }
    }

    @Test func `a period that closes among writers takes nothing afterwards`() async throws {
        let court = try await Court.open()
        let total = """
            SELECT coalesce(sum(debit_cents), 0)::bigint FROM ledger_api.day_movements(
                '2025-04-30', NULL) AS d JOIN ledger.account AS a ON a.id = d.account_id
            WHERE a.fund_id = probe.fund('harbor')
            """
        let certified = try await Self.race(court, nil, clients: 9) { client, session in
            if client == 0 {
                try await Task.sleep(for: .milliseconds(60))
                try await session.run("BEGIN")
                _ = try await session.replies(
                    "probe.period('close', 'harbor', 'close', '2025-04-30')"
                )
                let total = try await session.value(total, as: Int64.self)
                try await session.run("COMMIT")
                return total
            }
            for round in 1...12 {
                _ = try await session.replies("probe.fund_money('\(client) \(round)', 'harbor', 7)")
            }
            return 0
        }.reduce(0, +)
        try await court.with("auditor") { auditor in
            #expect(try await auditor.value(total, as: Int64.self) == certified)
            let late = try await auditor.value(
                """
                SELECT count(*) FROM ledger.posting AS p
                WHERE p.posted_on <= '2025-04-30' AND p.entry_id > probe.entry('close')
                """,
                as: Int64.self
            )
            #expect(late == 0)
            let entries = "SELECT count(*) FROM ledger.fund_receipt"
            #expect(try await auditor.value(entries, as: Int64.self) == 96)
        }
    }

    @Test func `sealing among writers and sealers numbers without gaps and loses no balance`()
        async throws
    {
        let court = try await Court.open()
        let torn = """
            WITH days AS MATERIALIZED (
                SELECT d.account_id, sum(d.debit_cents) AS debit, sum(d.credit_cents) AS credit
                FROM ledger_api.day_movements('2999-01-01', NULL) AS d GROUP BY 1
            ), lines AS (
                SELECT l.account_id, sum(l.debit_cents) AS debit, sum(l.credit_cents) AS credit
                FROM ledger_api.ledger_line AS l GROUP BY 1
            )
            SELECT count(*) FROM days FULL JOIN lines USING (account_id)
            WHERE (days.debit, days.credit) IS DISTINCT FROM (lines.debit, lines.credit)
            """
        _ = try await Self.race(court, nil, clients: 8) { client, session in
            for round in 1...15 {
                switch client {
                case 0, 1: _ = try await session.rows("SELECT ledger_api.seal(\(round))")
                case 2: #expect(try await session.value(torn, as: Int64.self) == 0)
                default:
                    _ = try await session.replies(
                        "probe.fund_money('\(client) \(round)', 'harbor', 7)"
                    )
                }
            }
            return 0
        }
        try await court.with("auditor") { auditor in
            try await auditor.run("SELECT ledger_api.seal()")
            let chain = try await auditor.value(
                """
                SELECT concat_ws(' ', max(number) - count(*), min(number),
                    (SELECT count(*) FROM ledger.journal_tail),
                    count(*) - (SELECT count(*) FROM ledger.journal_entry),
                    count(*) - (SELECT sum(entry_count) FROM ledger.block))
                FROM ledger.sealed_entry
                """,
                as: String.self
            )
            #expect(chain == "0 1 0 0 0")
            #expect(try await auditor.value(torn, as: Int64.self) == 0)
            let broken = try await auditor.value(
                """
                SELECT count(*) FROM (
                    SELECT b.previous_hash, lag(b.hash) OVER n AS hash,
                        b.first_entry_number,
                        lag(b.first_entry_number + b.entry_count) OVER n AS next
                    FROM ledger.block AS b WINDOW n AS (ORDER BY b.number)
                ) AS b WHERE b.previous_hash <> b.hash OR b.first_entry_number <> b.next
                """,
                as: Int64.self
            )
            #expect(broken == 0)
        }
    }

    // MARK: - How rivals meet

    private static func race<Value: Sendable>(
        _ court: Court,
        _ job: String?,
        clients: Int,
        _ body: @escaping @Sendable (Int, Session) async throws -> Value
    ) async throws -> [Value] {
        try await withThrowingTaskGroup(of: Value.self) { group in
            for client in 0..<clients {
                group.addTask {
                    let session =
                        if let job { try await court.session(job) } else {
                            try await court.session(client == 0 ? "approver" : "grants")
                        }
                    let value = try await body(client, session)
                    await session.close()
                    return value
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
    }

    /// Asks again when a rival's insert of the same request key won.
    private static func repeating<Value>(_ body: () async throws -> Value) async throws -> Value {
        for _ in 1..<8 {
            do {
                return try await body()
            } catch let error as PostgresError
                where error.constraint == "journal_entry_request_key"
            {
                continue
            }
        }
        return try await body()
    }

    private static func fund(_ cents: Int) -> String {
        "SELECT probe.fund_money('funded', 'harbor', \(cents))"
    }

    private static func balance(_ session: Session, _ role: String) async throws -> Int64 {
        try await session.value(
            """
            SELECT sum(d.credit_cents - d.debit_cents)::bigint
            FROM ledger_api.day_movements('2999-01-01', NULL) AS d
            WHERE d.account_id = probe.account('harbor', '\(role)')
            """
        )
    }
}
