import PostgresClient
import Testing

/// What a clerk in psql cannot do with collections, whoever computed the postings.
@Suite struct CollectionDoorTests {
    static let whole = #"'[{"debt":1,"shares":[200,100,200]}]'"#

    @Test(arguments: [
        ("accepted", "probe.collect('k', 'R', 500, \(whole))"),
        ("accepted", "probe.collect('k', 'F', 500, \(whole))"),
        ("LG302", "probe.collect('k', 'R', 501, \(whole))"),
        ("LG302", "probe.collect('k', 'R', 501, \(whole), 2)"),
        ("LG318", "probe.collect('k', 'R', 502, \(whole), 2)"),
        ("accepted", "probe.collect('k', 'P', 502, \(whole), 2)"),
        ("LG318", "probe.collect('k', 'P', 502, '[]', 502)"),
        ("accepted", "probe.collect('k', 'N', 502, '[]', 502)"),
        ("LG306", "probe.collect('k', 'R', 500, \(whole), p_drop => 'own')"),
        ("LG306", "probe.collect('k', 'F', 500, \(whole), p_drop => 'custodial')"),
        ("LG306", "probe.collect('k', 'R', 500, \(whole), p_drop => 'share')"),
        ("LG306", #"probe.collect('k', 'R', 500, '[{"debt":1,"shares":[500,0,0]}]')"#),
        ("LG306", #"probe.collect('k', 'R', 500, '[{"debt":1,"shares":[201,100,199]}]')"#),
        ("LG301", #"probe.collect('k', 'R', 75005, '[{"debt":1,"shares":[30002,15001,30002]}]')"#),
        (
            "LG310",
            """
            probe.collect('k', 'R', 500, \(whole),
                p_credit => probe.account('clerk', 'due_to', 'stranger'))
            """
        ),
        (
            "LG310",
            """
            probe.collect('k', 'R', 500, \(whole),
                p_credit => probe.account('clerk', 'due_to', 'police'))
            """
        ),
        (
            "LG310",
            """
            probe.collect('k', 'R', 5, '[]', 5, p_purse => probe.purse('annex'),
                p_debit => probe.account('annex', 'undeposited'),
                p_credit => probe.account('annex', 'unapplied'))
            """
        ),
        ("LG310", "probe.collect('k', 'R', 5, '[]', 5, p_purse => -1)"),
        ("LG303", #"probe.collect('k', 'G', 500, '[{"debt":2,"shares":[200,100,200]}]')"#),
        ("LG304", #"probe.collect('k', 'G', 500, '[{"debt":3,"shares":[200,100,200]}]')"#),
        (
            "LG304",
            #"""
            probe.collect('k', 'G', 5500, '[{"debt":1,"shares":[2000,1000,2000]},
                {"debt":3,"shares":[200,100,200]}]')
            """#
        ),
        (
            "accepted",
            #"""
            probe.collect('k', 'G', 5500, '[{"debt":1,"shares":[2000,1000,2000]},
                {"debt":2,"shares":[200,100,200]}]')
            """#
        ),
        ("LG109", "probe.collect('k', 'R', 5, '[]', 5, p_on => '-infinity')"),
        ("LG108", "probe.collect('k', 'R', 5, '[]', 5, p_payer => repeat('x', 61))"),
        ("LG401", "probe.collect('k', 'R', 5, '[]', 5, p_codes => '{LG401}')"),
        ("23502", "probe.collect('k', 'R', 5, '[]', 5, p_codes => '{bogus}')"),
    ])
    func `a collection ends as the law and the books say`(
        code: String,
        call: String
    ) async throws {
        let court = try await Self.opening.value
        let clerk = try await court.session("clerk")
        try await clerk.run("BEGIN")
        #expect(try await clerk.outcome(call) == code, "\(call)")
        try await clerk.run("ROLLBACK")
        await clerk.close()
    }

    @Test func `refusals left out leave no receipt without postings`() async throws {
        let court = try await Self.opening.value
        let clerk = try await court.session("clerk")
        try await clerk.run(
            "BEGIN; SELECT probe.collect('bare', 'N', 5, '[]', 5, p_number => 'N', p_codes => NULL)"
        )
        let lines = try await clerk.value(
            "SELECT count(*) FROM ledger.posting WHERE entry_id = probe.entry('bare')",
            as: Int64.self
        )
        #expect(lines == 1)
        await clerk.close()
    }

    @Test func `the mirrors of two own funds cannot be exchanged`() async throws {
        let court = try await Self.opening.value
        let clerk = try await court.session("clerk")
        try await clerk.run(
            """
            BEGIN;
            SELECT probe.open('two', 'TWO');
            SELECT probe.assess('two debt', 'TWO', 'surcharge', 7000, '{harbor,haven}');
            """
        )
        let call = "probe.collect('k', 'TWO', 600, '[{\"debt\":1,\"shares\":[400,200]}]')"
        #expect(try await clerk.outcome(call) == "accepted")
        let exchanged = try await clerk.outcome(
            """
            (SELECT array_agg(CASE l.part WHEN 'own' THEN 600 - l.cents ELSE l.cents END) AS cents,
                array_agg(1) AS item, array_agg(l.purse) AS purse, array_agg(l.debit) AS debit,
                array_agg(l.credit) AS credit, array_agg(l.debt) AS debt,
                array_agg(l.share) AS share
            FROM probe.lines('TWO', '[{"debt":1,"shares":[400,200]}]') AS l) AS l
            CROSS JOIN LATERAL ledger_api.record_collections('till', '{x}', '{x}',
                ARRAY[probe.docket('TWO')], '{2025-04-01}', '{600}', NULL, '{cash}', '{NULL}',
                '{NULL}', '{NULL}', '{NULL}', l.item, l.purse, l.debit, l.credit, l.cents,
                l.debt, l.share)
            """
        )
        #expect(exchanged == "LG306")
        await clerk.close()
    }

    @Test func `in a batch the refused item falls, and its docket whole, but no other`()
        async throws
    {
        let court = try await Court.open()
        for reference in ["A", "B"] { try await court.docket(reference) }
        try await court.docket("C", debts: [])
        try await court.with("clerk") { clerk in
            let replies = try await clerk.replies(
                """
                (SELECT array_agg(k.n) AS item, array_agg(l.purse) AS purse,
                    array_agg(l.debit) AS debit, array_agg(l.credit) AS credit,
                    array_agg(l.cents) AS cents, array_agg(l.debt) AS debt,
                    array_agg(l.share) AS share
                FROM (VALUES (1, 'A', '[{"debt":1,"shares":[200,100,200]}]', 0),
                    (2, 'B', '[{"debt":1,"shares":[500,0,0]}]', 0),
                    (3, 'B', '[{"debt":1,"shares":[200,100,200]}]', 0),
                    (4, 'C', '[]', 499), (5, 'C', '[]', 500)
                ) AS k (n, reference, applied, unapplied)
                CROSS JOIN LATERAL probe.lines(k.reference, k.applied::jsonb, k.unapplied) AS l
                ) AS l
                CROSS JOIN LATERAL ledger_api.record_collections('till', '{a,b,b2,c,c2}',
                    '{a,b,b2,c,c2}', ARRAY[probe.docket('A'), probe.docket('B'),
                    probe.docket('B'), probe.docket('C'), probe.docket('C')],
                    array_fill('2025-04-01'::date, '{5}'), '{500,500,500,500,500}', NULL,
                    array_fill('cash'::text, '{5}'), array_fill(NULL::text, '{5}'),
                    array_fill(NULL::text, '{5}'), array_fill(NULL::text, '{5}'),
                    array_fill(NULL::text, '{5}'), l.item, l.purse, l.debit, l.credit, l.cents,
                    l.debt, l.share)
                """
            )
            let codes = replies.sorted { $0.item < $1.item }.map { $0.code ?? "accepted" }
            #expect(codes == ["accepted", "LG306", "LG306", "LG302", "accepted"])
            let books = try await clerk.value(
                """
                SELECT concat_ws(' ', (SELECT count(*) FROM ledger.receipt),
                    (SELECT count(*) FROM ledger.journal_entry WHERE outcome = 'refused'),
                    (SELECT sum(applied_cents) FROM ledger.debt_total))
                """,
                as: String.self
            )
            #expect(books == "2 3 500")
        }
    }

    private static let opening = Task {
        let court = try await Court.open()
        try await court.docket("R")
        try await court.docket("P", debts: [("surcharge", 500)])
        try await court.docket("N", debts: [])
        try await court.docket("F", fund: "us-clerk", order: "gated", debts: [("fine", 75_000)])
        try await court.docket(
            "G",
            order: "gated",
            debts: [("restitution", 5_000), ("special", 5_000), ("fine", 5_000)]
        )
        return court
    }
}
