import LedgerTestSupport
import PostgresClient
import Synchronization

/// A jurisdiction that one test has to itself, with the books of `probe.books()`.
struct Court: Sendable {
    let code: String

    private static let count = Mutex(0)

    /// Opens a court whose logins hold the roles of their names.
    static func open() async throws -> Court {
        let number = count.withLock { count in
            count += 1
            return count
        }
        let court = Court(code: "us-probe-\(number)")
        let founder = try await court.superuser()
        try await founder.run(
            """
            SELECT ledger_api.open_jurisdiction(jsonb_build_object('key', 'open', 'statement',
                '{"name":"Court","time_zone":"America/Chicago","fiscal_year_start_month":7,
                "count_basis":"per_offender","payment_order":"simple"}'::jsonb
                || jsonb_build_object('code', '\(court.code)')));
            SELECT ledger_api.define_books(probe.books());
            """
        )
        for job in ProbeSchema.jobs {
            try await founder.run(
                "SELECT probe.role('member-\(job)', '\(ProbeSchema.login(job))', '\(job)', 'grant')"
            )
        }
        try await founder.run(
            "SELECT probe.role('wanderer', '\(ProbeSchema.login("wanderer"))', 'public', 'grant')"
        )
        await founder.close()
        return court
    }

    /// A docket of the fund with one debt of each rule, ordered in the order given.
    func docket(
        _ reference: String,
        fund: String = "clerk",
        order: String = "simple",
        debts: [(rule: String, cents: Int)] = [("surcharge", 75_000)]
    ) async throws {
        let clerk = try await session("clerk")
        try await clerk.run(
            """
            SELECT probe.open('open \(reference)', '\(reference)', '\(fund)',
                p_order => '\(order)')
            """
        )
        for (index, debt) in debts.enumerated() {
            try await clerk.run(
                """
                SELECT probe.assess('debt \(reference) \(index)', '\(reference)', '\(debt.rule)',
                    \(debt.cents))
                """
            )
        }
        await clerk.close()
    }

    /// A connection of the login that holds this role here.
    func session(_ job: String) async throws -> Session {
        try await Session.open(ProbeSchema.login(job), jurisdiction: code)
    }

    /// A connection of the server's superuser, who founded this court.
    func superuser() async throws -> Session { try await Session.open(jurisdiction: code) }

    /// A connection that acts as the owner of the schema, who cannot log in, within this court.
    func schemaOwner() async throws -> Session {
        let session = try await superuser()
        try await session.run(
            """
            SELECT set_config('redress.door', ledger.bound_jurisdiction()::text, false);
            SET ROLE redress_schema;
            """
        )
        return session
    }

    /// Takes a connection of the login for the length of a body.
    func with<Value>(
        _ job: String,
        _ body: (Session) async throws -> Value
    ) async throws -> Value {
        let session = try await session(job)
        let value = try await body(session)
        await session.close()
        return value
    }
}
