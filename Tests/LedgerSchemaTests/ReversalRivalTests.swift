import PostgresClient
import Testing

/// What holds when two clerks take back receipts of the same dockets at once.
@Suite struct ReversalRivalTests {
    /// How often the rivals meet, and how many receipts each takes back at a time.
    private static let rounds = 25
    private static let pairs = 4

    @Test func `batches in opposite order wait for each other and never deadlock`() async throws {
        let court = try await Court.open()
        try await court.docket("A")
        try await court.docket("B")
        try await Self.fill(court)
        let outcomes = try await Self.meet(court)
        #expect(outcomes == Array(repeating: "accepted", count: 2 * Self.rounds))
        try await court.with("auditor") { auditor in
            let applied = "SELECT sum(applied_cents)::bigint FROM ledger.debt_total"
            let left = try await auditor.value(applied, as: Int64.self)
            #expect(left == 0)
        }
    }

    @Test func `rivals for one joint claim lock their dockets before it`() async throws {
        let court = try await Court.open()
        try await JointClaimTests.join(court, loss: 50_000)
        try await Self.fill(court)
        async let returns = Self.meet(court)
        async let payments = withThrowingTaskGroup(of: [String].self) { group in
            for docket in ["A", "B"] {
                group.addTask {
                    try await court.with("clerk") { clerk in
                        var outcomes: [String] = []
                        for round in 0..<Self.rounds {
                            let call = Self.collect("late \(docket) \(round)", docket)
                            outcomes.append(try await clerk.outcome(call))
                        }
                        return outcomes
                    }
                }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
        let outcomes = try await (returned: Set(returns), paid: Set(payments))
        #expect(outcomes.returned == ["accepted"])
        #expect(outcomes.paid == ["accepted"])
        try await court.with("auditor") { auditor in
            let tied = """
                SELECT g.applied_cents = (SELECT sum(t.applied_cents) FROM ledger.debt_total AS t)
                FROM ledger.joint_total AS g
                """
            let isTied = try await auditor.value(tied, as: Bool.self)
            #expect(isTied)
        }
    }

    /// Records the receipts that the rivals take back, each on both dockets.
    private static func fill(_ court: Court) async throws {
        try await court.with("clerk") { clerk in
            for rival in 0..<2 {
                for number in 0..<(rounds * pairs) {
                    for docket in ["A", "B"] {
                        let key = "\(docket) \(rival) \(number)"
                        try await clerk.run("SELECT \(collect(key, docket))")
                    }
                }
            }
        }
    }

    /// Two connections, of which one takes the dockets in the other one's opposite order.
    private static func meet(_ court: Court) async throws -> [String] {
        try await withThrowingTaskGroup(of: [String].self) { group in
            for rival in 0..<2 {
                group.addTask {
                    try await court.with("clerk") { clerk in
                        var outcomes: [String] = []
                        for round in 0..<rounds {
                            outcomes.append(try await clerk.outcome(batch(rival, round)))
                        }
                        return outcomes
                    }
                }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
    }

    private static func batch(_ rival: Int, _ round: Int) -> String {
        """
        ledger_api.reverse_collections((
            SELECT jsonb_agg(jsonb_build_object(
                'key', 'back ' || e.request_key, 'statement', jsonb_build_object(
                    'entry', e.id, 'reason', 'returned_check', 'effective_on', '2025-04-05')
            ) ORDER BY e.request_key \(rival == 0 ? "" : "DESC"))
            FROM ledger.journal_entry AS e
            WHERE e.request_key = ANY (ARRAY(
                SELECT d || ' \(rival) ' || n FROM unnest('{A,B}'::text[]) AS d,
                    generate_series(\(round * pairs), \(round * pairs + pairs - 1)) AS n
            ))
        ))
        """
    }

    private static func collect(_ key: String, _ docket: String) -> String {
        "probe.collect('\(key)', '\(docket)', 5, '[{\"debt\":1,\"shares\":[2,1,2]}]')"
    }
}
