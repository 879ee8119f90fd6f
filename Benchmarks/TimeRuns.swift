import LedgerModel
import LedgerOperations
import LedgerStore
import PostgresClient

/// A run of interest over many dockets, and all receipts of one looked at again after a check came
/// back.
///
/// The floor is the bare insertion of the very rows that were written, into tables of the same
/// shape and with the same indexes.
struct TimeRuns {
    private static let jurisdiction = "us"
    private let server: BenchServer
    private let dockets: Int
    private let clerk: Ledger
    private let owner: Ledger

    init(server: BenchServer, dockets: Int) async throws {
        (self.server, self.dockets) = (server, dockets)
        owner = Ledger.open(server.conninfo(), jurisdiction: Self.jurisdiction)
        try await owner.migrate()
        _ = try await owner.initialize(from: Self.jurisdiction)
        let connection = try await server.open()
        try await connection.execute("CREATE ROLE time_clerk LOGIN")
        await connection.close()
        try await owner.change(RoleChange(.grant, .clerk, login: "time_clerk"))
        clerk = Ledger.open(server.conninfo(user: "time_clerk"), jurisdiction: Self.jurisdiction)
    }

    func run(into results: inout Results) async throws {
        try await openDockets()
        var rows = [["run of interest", "seconds", "debts", "inserting the same rows", "ratio"]]
        for (name, day) in [
            ("the first, through July", "2024-07-31"), ("one month more", "2024-08-31"),
            ("the same again", "2024-08-31"),
        ] {
            rows.append(try await accrue(name, day))
        }
        let memory = peakMemory()
        results.add(
            "Interest on \(dockets) dockets",
            rows,
            notes: [
                "Each docket has a fine of 10,000.00 at 4.80 %; batches of 2,000 dockets, each one "
                    + "transaction, sealed at the end.",
                "Peak memory of the process so far: \(memory) MB.",
                "What bounds it: the server's executor, which reckons every debt twice, once for "
                    + "the caller and once to judge what the caller states, and writes.",
            ]
        )
        try await takeBack(into: &results)
        await clerk.close()
        await owner.close()
    }

    private func accrue(_ name: String, _ day: String) async throws -> [String] {
        let last = try await lastEntry()
        let (run, time) = try await seconds {
            try await clerk.runInterest(through: LedgerDate(iso: day))
        }
        precondition(run.debts == dockets, "\(run)")
        let floor = try await insertAgain(after: last)
        return [
            name, time.digits(1), "\(run.raised)", floor.digits(2),
            run.raised == 0 ? "" : (time / floor).digits(1),
        ]
    }

    /// The docket of W-01 with 200 payments, of which the first comes back.
    private func takeBack(into results: inout Results) async throws {
        let docket = "R-200"
        try await clerk.open(OpenDocket(docket, judgmentOn: LedgerDate(iso: "2024-01-02")))
        var special = AssessDebt("us-3013", on: docket)
        (special.grade, special.counts) = ("felony", 2)
        try await clerk.assess(special)
        var fine = AssessDebt("us-3571", on: docket, amount: Money(cents: 250_000))
        fine.grade = "felony"
        try await clerk.assess(fine)
        try await clerk.assess(AssessDebt("us-3014", on: docket))
        var first: Int64?
        for _ in 1...200 {
            let paid = try await clerk.record(
                RecordCollection(Money(cents: 3_333), on: docket, by: .check)
            )
            first = first ?? paid.recorded.entry
        }
        guard let first else { return }
        let last = try await lastEntry()
        let (taken, time) = try await seconds {
            try await clerk.take(back: ReturnCollection(first))
        }
        let floor = try await insertAgain(after: last)
        results.add(
            "A check that comes back on a docket of 200 receipts",
            [
                ["receipts placed anew", "ms", "inserting the same rows, ms", "ratio"],
                [
                    "\(taken.reapplied.count)", (time * 1000).digits(1),
                    (floor * 1000).digits(1), (time / floor).digits(1),
                ],
            ],
            notes: ["One transaction looks at the 199 receipts after it and moves what must move."]
        )
    }

    private func lastEntry() async throws -> Int64 {
        try await owner.store.withTransaction { connection in
            try await connection.execute("SELECT coalesce(max(id), 0) FROM ledger.journal_entry")[0]
                .decode(at: 0)
        }
    }

    private static let tables = [
        "journal_entry", "debt", "debt_component", "debt_change", "change_citation", "receipt",
        "reversal", "posting", "sealed_entry",
    ]

    /// Inserts the rows of the entries after one into tables of the same shape, and says how long
    /// that took.
    private func insertAgain(after entry: Int64) async throws -> Double {
        let connection = try await server.open()
        for table in Self.tables {
            try await connection.runScript(
                """
                DROP TABLE IF EXISTS public.\(table);
                CREATE TABLE public.\(table) (LIKE ledger.\(table) INCLUDING INDEXES);
                """
            )
        }
        let (_, time) = try await seconds {
            for table in Self.tables {
                let key = table == "journal_entry" ? "id" : "entry_id"
                try await connection.runScript(
                    """
                    INSERT INTO public.\(table) SELECT * FROM ledger.\(table)
                    WHERE \(key) > \(entry) ORDER BY \(key)
                    """
                )
            }
        }
        await connection.close()
        return time
    }
}

extension TimeRuns {
    /// The first docket through the library, so that the plan of its shares is there; the others
    /// through the same doors by the ten thousand.
    private func openDockets() async throws {
        try await clerk.open(OpenDocket("T-0", judgmentOn: LedgerDate(iso: "2024-07-01")))
        var debt = AssessDebt("us-3571", on: "T-0", amount: Money(cents: 1_000_000))
        (debt.grade, debt.interestRate) = ("felony", 48_000)
        try await clerk.assess(debt)
        for first in stride(from: 1, to: dockets, by: 10_000) {
            let last = min(first + 9_999, dockets - 1)
            try await clerk.store.withTransaction { connection in
                try await connection.execute(
                    BenchLedger.opening(first, last, prefix: "T-", key: "time:")
                )
                try await connection.execute(Self.assessing(first, last))
                try await connection.execute(Self.rating(first, last))
            }
        }
        try await owner.sealAll()
        let connection = try await server.open()
        try await connection.runScript("VACUUM ANALYZE")
        await connection.close()
    }

    /// The debt of the first docket once more for each of the others, with all its postings.
    private static func assessing(_ first: Int, _ last: Int) -> Query {
        """
        WITH one AS (
            SELECT b.*, jsonb_build_array(jsonb_build_object('tier', s.tier, 'weight', s.weight,
                'cap', s.tier_cap_cents, 'due', s.due_to_account_id, 'own', s.own_purse_id))
                AS plans
            FROM ledger.docket_reference AS r
            JOIN ledger.debt AS b ON b.docket_id = r.docket_id
            JOIN ledger.share_plan AS s ON s.id = b.share_plan_id
            WHERE r.reference = 'T-0'
        ), dockets AS (
            SELECT r.docket_id AS id, row_number() OVER (ORDER BY r.docket_id)::integer AS n
            FROM ledger.docket_reference AS r
            WHERE r.reference IN (
                SELECT 'T-' || i FROM generate_series(\(first), \(last)) AS i
            )
        ), many AS (
            SELECT array_agg('time-debt:' || d.id ORDER BY d.n) AS keys,
                array_agg(d.id ORDER BY d.n) AS ids, ARRAY[count(*)::integer] AS size
            FROM dockets AS d
        ), lines AS (
            SELECT array_agg(d.n ORDER BY d.n, p.line) AS items,
                array_agg(p.purse_id ORDER BY d.n, p.line) AS purses,
                array_agg(p.debit_account_id ORDER BY d.n, p.line) AS debits,
                array_agg(p.credit_account_id ORDER BY d.n, p.line) AS credits,
                array_agg(p.amount_cents ORDER BY d.n, p.line) AS cents
            FROM one JOIN ledger.posting AS p ON p.entry_id = one.entry_id CROSS JOIN dockets AS d
        )
        SELECT count(*) FROM one, many, lines, LATERAL ledger_api.assess_debts(
            many.keys, many.ids, array_fill(one.authority_id, many.size),
            array_fill(one.grade, many.size), array_fill(one.counts, many.size),
            '{}', '{}', array_fill(one.ordered_cents, many.size), '{}', one.plans,
            array_fill(1, many.size), lines.items, lines.purses, lines.debits, lines.credits,
            lines.cents
        )
        """
    }

    private static func rating(_ first: Int, _ last: Int) -> Query {
        """
        SELECT count(*) FROM ledger_api.set_interest_terms((
            SELECT jsonb_agg(jsonb_build_object('key', 'rate:' || r.docket_id, 'statement',
                jsonb_build_object('docket', r.docket_id, 'debt', 1, 'rate_millionths', 48000,
                    'first_liable_on', '2024-07-16')))
            FROM ledger.docket_reference AS r
            WHERE r.reference IN (
                SELECT 'T-' || i FROM generate_series(\(first), \(last)) AS i
            )
        ))
        """
    }
}
