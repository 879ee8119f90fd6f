import PostgresClient
import Testing

/// What holds when a till is closed among those who record there.
@Suite struct TillRivalTests {
    @Test func `no receipt falls between a close and the receipts before it`() async throws {
        let court = try await Court.open()
        for number in 0..<3 { try await court.docket("R\(number)", debts: []) }
        try await court.with("clerk") { try await $0.run("SELECT probe.till('o', 'open')") }
        let outcomes = try await withThrowingTaskGroup(of: [String].self) { group in
            for number in 0..<3 { group.addTask { try await Self.record(court, "R\(number)") } }
            group.addTask { try await Self.close(court) }
            return try await group.reduce(into: []) { $0 += $1 }
        }
        #expect(outcomes.contains("closed"))
        #expect(Set(outcomes) == ["accepted", "LG320", "closed"])
        try await court.with("auditor") { auditor in
            let sums = try await auditor.value(
                """
                SELECT concat_ws(' ',
                    c.expected_cents = (SELECT sum(amount_cents) FROM ledger.receipt),
                    (SELECT max(entry_id) FROM ledger.receipt)
                        < least(c.first_count_id, c.second_count_id))
                FROM ledger.till_close AS c
                """,
                as: String.self
            )
            #expect(sums == "t t")
        }
    }

    @Test func `whoever records shares the till, and a close waits for them`() async throws {
        let court = try await Court.open()
        try await court.docket("R", debts: [])
        try await court.docket("S", debts: [])
        let clerk = try await court.session("clerk")
        try await clerk.run("SELECT probe.till('o', 'open')")
        try await clerk.run("BEGIN; SELECT probe.collect('c', 'R', 5, '[]', 5, p_number => 'A')")
        try await court.with("clerk") { rival in
            try await rival.run("SET lock_timeout = '100ms'")
            let beside = "probe.collect('d', 'S', 5, '[]', 5, p_number => 'B')"
            #expect(try await rival.outcome(beside) == "accepted")
            let count = "probe.till('n', 'count', '{\"cash_cents\":5}')"
            #expect(try await rival.outcome(count) == "55P03")
            #expect(try await rival.outcome("probe.till('x', 'close')") == "55P03")
        }
        try await clerk.run("COMMIT")
        await clerk.close()
    }

    @Test func `a session follows the close of the one before, by constraint`() async throws {
        let court = try await Court.open()
        try await court.with("clerk") { try await $0.run("SELECT probe.till('o', 'open')") }
        let owner = try await court.schemaOwner()
        let again = """
            INSERT INTO ledger.till_session
            SELECT jurisdiction_id, entry_id + 1, fund_id, till, 0, NULL FROM ledger.till_session
            """
        #expect(try await owner.outcome(ofScript: again) == "23505")
        let alone = """
            INSERT INTO ledger.till_close
            SELECT jurisdiction_id, 7, entry_id, 8, 1, 9, 1, 0, 0 FROM ledger.till_session
            """
        #expect(try await owner.outcome(ofScript: alone) == "23514")
        await owner.close()
    }

    /// Records until the till refuses.
    private static func record(_ court: Court, _ docket: String) async throws -> [String] {
        let clerk = try await court.session("clerk")
        var outcomes: [String] = []
        for round in 0..<400 where outcomes.last != "LG320" {
            let call = "probe.collect('\(docket) \(round)', '\(docket)', 1, '[]', 1)"
            outcomes.append(try await clerk.outcome(call))
            try await Task.sleep(for: .milliseconds(Int.random(in: 20...60)))
        }
        await clerk.close()
        return outcomes
    }

    /// Counts what is there with a second person until nobody recorded meanwhile, then closes.
    private static func close(_ court: Court) async throws -> [String] {
        let (clerk, approver) = (
            try await court.session("clerk"), try await court.session("approver")
        )
        var outcome = ""
        for round in 0..<400 where outcome != "accepted" {
            let cash = try await clerk.value(
                "SELECT coalesce(sum(amount_cents), 0)::bigint FROM ledger.receipt",
                as: Int64.self
            )
            for (name, session) in [("a", clerk), ("b", approver)] {
                let count = "'count', '{\"cash_cents\":\(cash)}'"
                _ = try await session.outcome("probe.till('\(name) \(round)', \(count))")
            }
            outcome = try await clerk.outcome("probe.till('close \(round)', 'close')")
        }
        await clerk.close()
        await approver.close()
        return [outcome == "accepted" ? "closed" : outcome]
    }
}
