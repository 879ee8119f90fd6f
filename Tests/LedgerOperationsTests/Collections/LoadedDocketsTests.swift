import Foundation
import LedgerModel
import LedgerOperations
import LedgerStore
import LedgerTestSupport
import PostgresClient
import Testing

/// Many random dockets and their payments, loaded as a court would load them, and every balance
/// made anew by SQL that sees only what was ordered and paid.
@Suite struct LoadedDocketsTests {
    /// What a court has: per docket a surcharge (40/20/40, first in the order) and perhaps a fine
    /// (70/30, after it), and payments, some of them more than is owed.
    private struct World {
        var surcharges: [Int64] = []
        var fines: [Int64] = []
        var payers: [Int32] = []
        var payments: [Int64] = []

        init(dockets: Int, seed: UInt64) {
            var random = SeededGenerator(seed: seed)
            for docket in 0..<dockets {
                surcharges.append(.random(in: 50_000...75_000, using: &random))
                fines.append(
                    Bool.random(using: &random) ? .random(in: 1...90_000, using: &random) : 0
                )
                for _ in 0..<Int.random(in: 0...3, using: &random) {
                    payers.append(Int32(docket + 1))
                    payments.append(.random(in: 1...60_000, using: &random))
                }
            }
        }

        /// The docket file, line by line.
        func docketLines() -> some Sequence<String> {
            surcharges.indices.lazy.flatMap { docket in
                let surcharge = Money(cents: surcharges[docket])
                let fine = Money(cents: fines[docket])
                return ["L-\(docket + 1),2024-03-01,mn-609.3241,\(surcharge),misdemeanor\n"]
                    + (fine == .zero
                        ? [] : ["L-\(docket + 1),2024-03-01,mn-609.101-2,\(fine),\n"])
            }
        }

        func paymentLines() -> some Sequence<String> {
            payers.indices.lazy.map { payment in
                let amount = Money(cents: payments[payment])
                return "L-\(payers[payment]),\(amount),2024-05-01,\(payment),check\n"
            }
        }
    }

    @Test func `a hundred thousand dockets hold what the law gives, by another way of counting`()
        async throws
    {
        let test = try await TestLedger.make()
        let world = World(dockets: 100_000, seed: 20_241_124)
        let clerk = try await test.clerk
        let opened = try await clerk.importDockets(
            ImportFile(source: "court"),
            opening: {
                Self.chunks("docket,judgment_date,rule,amount,grade\n", world.docketLines())
            }
        )
        #expect(opened.rejected == 0 && opened.recorded > 100_000)
        let paid = try await clerk.importCollections(
            ImportCollections(ImportFile(source: "court")),
            opening: {
                Self.chunks("docket,amount,date,number,method\n", world.paymentLines())
            }
        )
        #expect(paid.rejected == 0 && paid.recorded == world.payments.count)
        let differences = try await test.owner.store.withTransaction { connection in
            try await connection.runScript(Self.tables)
            let dockets: Query =
                """
                INSERT INTO world_docket SELECT u.n, u.surcharge, u.fine
                FROM unnest(\(world.surcharges), \(world.fines)) WITH ORDINALITY
                    AS u (surcharge, fine, n)
                """
            try await connection.execute(dockets)
            let payments: Query =
                """
                INSERT INTO world_payment
                SELECT * FROM unnest(\(world.payers), \(world.payments))
                """
            try await connection.execute(payments)
            try await connection.runScript(Self.expected)
            return try await connection.execute(Query(Self.comparison))
                .map { try $0.decode(String.self, at: 0) }
        }
        #expect(differences == [])
    }

    private static let tables = """
        CREATE TEMP TABLE world_docket (docket integer, surcharge bigint, fine bigint)
        ON COMMIT DROP;
        CREATE TEMP TABLE world_payment (docket integer, cents bigint) ON COMMIT DROP;
        """

    /// A payment fills the debts in their order; each cent of a debt goes to the share that is
    /// furthest behind, which comes out even every hundred cents.
    private static let expected = """
        CREATE TEMP TABLE world_debt ON COMMIT DROP AS
        WITH RECURSIVE law (kind, rank, weights) AS (
            VALUES ('surcharge', 1, '{40,20,40}'::bigint[]), ('fine', 2, '{70,30}')
        ), cents (kind, weights, given, held) AS (
            SELECT kind, weights, 0, array_fill(0::bigint, ARRAY[cardinality(weights)]) FROM law
            UNION ALL
            SELECT kind, weights, given + 1, (
                SELECT array_agg(h.held + CASE WHEN h.n = (
                    SELECT b.n FROM unnest(c.weights, c.held) WITH ORDINALITY AS b (weight, held, n)
                    ORDER BY b.weight * (c.given + 1) - 100 * b.held DESC, b.n LIMIT 1
                ) THEN 1 ELSE 0 END ORDER BY h.n)
                FROM unnest(c.held) WITH ORDINALITY AS h (held, n)
            )
            FROM cents AS c WHERE given < 99
        ), ordered AS (
            SELECT docket, 'surcharge' AS kind, surcharge AS cents FROM world_docket
            UNION ALL
            SELECT docket, 'fine', fine FROM world_docket WHERE fine > 0
        ), paid AS (
            SELECT docket, sum(cents) AS cents FROM world_payment GROUP BY docket
        ), applied AS (
            SELECT o.docket, o.kind, l.weights, o.cents AS owed, greatest(0, least(
                o.cents, coalesce(p.cents, 0) + o.cents
                    - sum(o.cents) OVER (PARTITION BY o.docket ORDER BY l.rank)
            ))::bigint AS applied
            FROM ordered AS o
            JOIN law AS l USING (kind)
            LEFT JOIN paid AS p USING (docket)
        )
        SELECT a.docket, a.kind, a.owed, a.applied, (
            SELECT array_agg(a.applied / 100 * h.weight + h.held ORDER BY h.n)
            FROM unnest(c.weights, c.held) WITH ORDINALITY AS h (weight, held, n)
        ) AS held
        FROM applied AS a JOIN cents AS c ON c.kind = a.kind AND c.given = a.applied % 100;
        """

    /// Every debt, then every account, that says something else than the expectation.
    private static let comparison = """
        WITH here AS MATERIALIZED (SELECT ledger.bound_jurisdiction() AS id), stored AS (
            SELECT substr(r.reference, 3)::integer AS docket, b.kind, t.owed_cents,
                t.applied_cents, t.held_cents
            FROM ledger.debt_total AS t
            JOIN ledger.debt AS b USING (jurisdiction_id, docket_id, debt_no)
            JOIN ledger.docket_reference AS r USING (jurisdiction_id, docket_id)
            JOIN here AS h ON h.id = t.jurisdiction_id
        ), shares (code, kind, n) AS (
            VALUES ('city-police', 'surcharge', 1), ('county-attorney', 'surcharge', 2),
                ('safe-harbor', 'surcharge', 3), ('victim-program', 'fine', 1),
                ('state-general', 'fine', 2)
        ), totals (account, cents) AS (
            SELECT 'receivable', sum(owed - applied) FROM world_debt
            UNION ALL SELECT 'uncollected', -sum(owed - applied) FROM world_debt
            UNION ALL SELECT 'undeposited', sum(cents) FROM world_payment
            UNION ALL SELECT 'unapplied', (SELECT sum(applied) FROM world_debt) - sum(cents)
            FROM world_payment
            UNION ALL SELECT 'due_to ' || s.code, -sum(d.held[s.n])
            FROM world_debt AS d JOIN shares AS s USING (kind) GROUP BY s.code
        ), posted AS (
            SELECT concat_ws(' ', a.role, r.code) AS account, m.cents
            FROM (
                SELECT v.account_id, sum(v.cents) AS cents
                FROM ledger.posting AS p
                JOIN here AS h ON h.id = p.jurisdiction_id
                CROSS JOIN LATERAL (VALUES
                    (p.debit_account_id, p.amount_cents), (p.credit_account_id, -p.amount_cents)
                ) AS v (account_id, cents)
                GROUP BY 1
            ) AS m
            JOIN ledger.account AS a ON a.id = m.account_id
            LEFT JOIN ledger.recipient AS r ON r.id = a.recipient_id
        )
        SELECT format('docket %s %s: %s of %s, %s; stored %s of %s, %s', docket, kind, d.applied,
            d.owed, d.held, s.applied_cents, s.owed_cents, s.held_cents)
        FROM world_debt AS d FULL JOIN stored AS s USING (docket, kind)
        WHERE (d.owed, d.applied, d.held)
            IS DISTINCT FROM (s.owed_cents, s.applied_cents, s.held_cents)
        UNION ALL
        SELECT format('%s: %s; posted %s', account, t.cents, p.cents)
        FROM totals AS t FULL JOIN posted AS p USING (account)
        WHERE t.cents IS DISTINCT FROM p.cents
        LIMIT 20
        """

    /// A file that is never whole in memory.
    private static func chunks(
        _ header: String,
        _ lines: some Sequence<String>
    ) -> () -> [UInt8]? {
        var rest = lines.makeIterator()
        var first: String? = header
        return {
            var chunk = first ?? ""
            first = nil
            while chunk.utf8.count < 65_536, let line = rest.next() { chunk += line }
            return chunk.isEmpty ? nil : Array(chunk.utf8)
        }
    }
}
