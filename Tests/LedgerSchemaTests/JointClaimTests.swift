import PostgresClient
import Testing

/// Never more than a loss is collected of the dockets that owe it together, and its shares are
/// those of the loss, whoever paid.
@Suite struct JointClaimTests {
    @Test func `what one docket paid, the other owes no more`() async throws {
        let court = try await Self.court(loss: 50_000)
        let paid = [
            Self.collect("a", "A", "12000,6000,12000"), Self.collect("b", "B", "8000,4000,8001"),
            Self.collect("c", "B", "8000,4000,8000"), Self.collect("d", "A", "0,0,1"),
        ]
        #expect(try await Self.ask(court, paid) == ["accepted", "LG301", "accepted", "LG301"])
        #expect(try await Self.total(court) == "50000 {20000,10000,20000}")
        let returned = "probe.reverse('r', probe.entry('a'))"
        #expect(try await Self.ask(court, [returned]) == ["accepted"])
        #expect(try await Self.total(court) == "20000 {8000,4000,8000}")
        let again = Self.collect("e", "B", "12000,6000,12000")
        #expect(try await Self.ask(court, [again]) == ["accepted"])
    }

    @Test func `shares follow what they hold of the whole loss`() async throws {
        let court = try await Self.court(loss: 50_000)
        let paid = [
            Self.collect("a", "A", "1,0,0"), Self.collect("b", "B", "2,1,1"),
            Self.collect("c", "B", "1,1,2"),
        ]
        #expect(try await Self.ask(court, paid) == ["accepted", "LG306", "accepted"])
    }

    @Test func `two dockets of one claim do not stand in one batch`() async throws {
        let court = try await Self.court(loss: 50_000)
        let codes = try await court.with("clerk") { clerk in
            try await clerk.replies(Self.together("B", "A")).map(\.code)
        }
        #expect(codes == ["LG311", nil])
        #expect(try await Self.total(court) == "5 {2,1,2}")
    }

    @Test func `clients that pay one claim at once never pay more than the loss`() async throws {
        let court = try await Self.court(loss: 50)
        let outcomes = try await withThrowingTaskGroup(of: String.self) { group in
            for client in 1...16 {
                group.addTask {
                    try await court.with("clerk") { clerk in
                        let docket = client.isMultiple(of: 2) ? "A" : "B"
                        return try await clerk.outcome(
                            Self.collect("k\(client)", docket, "2,1,2")
                        )
                    }
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(outcomes.filter { $0 == "accepted" }.count == 10)
        #expect(outcomes.filter { $0 == "LG301" }.count == 6)
        #expect(try await Self.total(court) == "50 {20,10,20}")
    }

    /// One batch with a collection of five cents on each of two dockets.
    static func together(_ first: String, _ second: String) -> String {
        """
        (SELECT r.* FROM (
            SELECT array_agg(u.i) AS item, array_agg(l.purse) AS purse,
                array_agg(l.debit) AS debit, array_agg(l.credit) AS credit,
                array_agg(l.cents) AS cents, array_agg(l.debt) AS debt,
                array_agg(l.share) AS share
            FROM (VALUES (1, '\(first)'), (2, '\(second)')) AS u (i, docket)
            CROSS JOIN LATERAL probe.lines(u.docket, '[{"debt":1,"shares":[2,1,2]}]') AS l
        ) AS l CROSS JOIN LATERAL ledger_api.record_collections(
            'till-1', ARRAY['k', 'other'], '{x,y}',
            ARRAY[probe.docket('\(first)'), probe.docket('\(second)')],
            '{2025-04-01,2025-04-01}', '{5,5}', NULL, '{cash,cash}', '{NULL,NULL}',
            '{NULL,NULL}', '{NULL,NULL}', '{NULL,NULL}', l.item, l.purse, l.debit,
            l.credit, l.cents, l.debt, l.share
        ) AS r)
        """
    }

    private static func court(loss: Int) async throws -> Court {
        let court = try await Court.open()
        try await join(court, loss: loss)
        return court
    }

    /// Opens two dockets with a debt each, tied to one loss.
    static func join(_ court: Court, loss: Int) async throws {
        try await court.docket("A")
        try await court.docket("B")
        let founder = try await court.superuser()
        try await founder.run(
            """
            INSERT INTO ledger.joint_total
            SELECT b.jurisdiction_id, 7, \(loss), 0, '{0,0,0}', \(loss)
            FROM ledger.debt AS b WHERE b.docket_id = probe.docket('A');
            UPDATE ledger.debt_total SET claim_id = 7
            WHERE docket_id IN (probe.docket('A'), probe.docket('B'));
            """
        )
        await founder.close()
    }

    private static func ask(_ court: Court, _ calls: [String]) async throws -> [String] {
        try await court.with("clerk") { clerk in
            var outcomes: [String] = []
            for call in calls { outcomes.append(try await clerk.outcome(call)) }
            return outcomes
        }
    }

    private static func total(_ court: Court) async throws -> String {
        try await court.with("auditor") { auditor in
            try await auditor.value(
                """
                SELECT g.applied_cents || ' ' || g.held_cents::text FROM ledger.joint_total AS g
                WHERE g.applied_cents = (
                    SELECT sum(t.applied_cents) FROM ledger.debt_total AS t WHERE t.claim_id = 7
                )
                """
            )
        }
    }

    private static func collect(_ key: String, _ docket: String, _ shares: String) -> String {
        let cents = shares.split(separator: ",").compactMap { Int($0) }.reduce(0, +)
        return """
            probe.collect('\(key)', '\(docket)', \(cents), '[{"debt":1,"shares":[\(shares)]}]')
            """
    }
}
