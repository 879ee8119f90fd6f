import LedgerModel
import LedgerOperations
import LedgerStore
import PostgresClient

/// A court's books with enough dockets, each with one debt of 750.00 split 40/20/40.
struct BenchLedger {
    static let paymentsPerDocket = 10
    static let jurisdiction = "us-mn-hennepin"

    let server: BenchServer
    let collections: Int
    let owner: Ledger
    let clerk: Ledger

    var dockets: Int { max(1, collections / Self.paymentsPerDocket) }

    static func make(on server: BenchServer, collections: Int) async throws -> BenchLedger {
        let owner = Ledger.open(server.conninfo(), jurisdiction: jurisdiction)
        try await owner.migrate()
        _ = try await owner.initialize(from: jurisdiction)
        let connection = try await server.open()
        try await connection.execute("CREATE ROLE bench_clerk LOGIN")
        try await owner.change(RoleChange(.grant, .clerk, login: "bench_clerk"))
        let clerk = Ledger.open(
            server.conninfo(user: "bench_clerk"),
            jurisdiction: jurisdiction,
            connections: 16
        )
        let bench = BenchLedger(
            server: server,
            collections: collections,
            owner: owner,
            clerk: clerk
        )
        try await bench.openDockets()
        await connection.close()
        return bench
    }

    func close() async {
        await clerk.close()
        await owner.close()
    }

    /// The first docket through the library, so that the plan of its shares is there; the others
    /// through the same doors by the ten thousand.
    private func openDockets() async throws {
        let day = try LedgerDate(iso: "2024-07-01")
        try await clerk.open(OpenDocket("B-0", judgmentOn: day))
        var debt = AssessDebt("mn-609.3241", on: "B-0", amount: Money(cents: 75_000))
        debt.grade = "other"
        try await clerk.assess(debt)
        for first in stride(from: 1, to: dockets, by: 10_000) {
            let last = min(first + 9_999, dockets - 1)
            try await clerk.store.withTransaction { connection in
                try await connection.execute(Self.opening(first, last))
                try await connection.execute(Self.assessing(first, last))
            }
        }
        try await owner.sealAll()
    }

    static func opening(
        _ first: Int,
        _ last: Int,
        prefix: String = "B-",
        key: String = "bench:"
    ) -> Query {
        """
        SELECT count(*) FROM ledger_api.open_dockets(
            (SELECT array_agg(\(key) || i ORDER BY i) FROM generate_series(\(first), \(last)) i),
            (SELECT array_agg(\(prefix) || i ORDER BY i) FROM generate_series(\(first), \(last)) i),
            array_fill((SELECT d.fund_id FROM ledger.docket AS d LIMIT 1),
                ARRAY[\(last - first + 1)::integer]),
            array_fill(date '2024-07-01', ARRAY[\(last - first + 1)::integer]),
            array_fill(false, ARRAY[\(last - first + 1)::integer]),
            array_fill((SELECT d.payment_order FROM ledger.docket AS d LIMIT 1),
                ARRAY[\(last - first + 1)::integer])
        )
        """
    }

    private static func assessing(_ first: Int, _ last: Int) -> Query {
        """
        WITH one AS (
            SELECT b.*, p.purse_id, p.debit_account_id, p.credit_account_id, jsonb_build_array(
                jsonb_build_object('tier', s.tier, 'weight', s.weight, 'cap', s.tier_cap_cents,
                    'due', s.due_to_account_id, 'own', s.own_purse_id)) AS plans
            FROM ledger.debt AS b
            JOIN ledger.share_plan AS s ON s.id = b.share_plan_id
            JOIN ledger.posting AS p ON p.entry_id = b.entry_id
            ORDER BY b.entry_id LIMIT 1
        ), many AS (
            SELECT array_agg('bench-debt:' || r.reference ORDER BY r.docket_id) AS keys,
                array_agg(r.docket_id ORDER BY r.docket_id) AS dockets,
                ARRAY[count(*)::integer] AS size,
                array_agg(row_number ORDER BY r.docket_id) AS items
            FROM (
                SELECT r.*, row_number() OVER (ORDER BY r.docket_id)::integer
                FROM ledger.docket_reference AS r
                WHERE r.reference IN (
                    SELECT 'B-' || i FROM generate_series(\(first), \(last)) AS i
                )
            ) AS r
        )
        SELECT count(*) FROM one, many, LATERAL ledger_api.assess_debts(
            many.keys, many.dockets, array_fill(one.authority_id, many.size),
            array_fill(one.grade, many.size), array_fill(one.counts, many.size),
            '{}', '{}', array_fill(one.ordered_cents, many.size), '{}', one.plans,
            array_fill(1, many.size), many.items, array_fill(one.purse_id, many.size),
            array_fill(one.debit_account_id, many.size),
            array_fill(one.credit_account_id, many.size),
            array_fill(one.ordered_cents, many.size)
        )
        """
    }
}
