import Foundation
import LedgerSchema
import LedgerStore
import LedgerTestSupport
import PostgresClient
import Testing

/// A migration happens or does not; nothing in between, whatever ends it.
@Suite struct MigrationTests {
    @Test func `a migrator killed at any moment leaves the database as it was`() async throws {
        let server = try await PostgresConnection.connect(
            PostgresConfiguration(SharedDatabase.url())
        )
        let database = try await Self.database("killed", server)
        let started = ContinuousClock.now
        try await Self.migrate(database)
        let whole = started.duration(to: .now)
        let shape = try await Self.shape(of: database)
        try await Self.drop(database, server)

        var outcomes: Set<String> = []
        for step in 1...20 {
            try await server.execute("CREATE DATABASE \(raw: database)")
            async let killed: Void = Self.kill(
                in: database,
                after: whole * step / 21,
                server
            )
            let done: Void? = try? await Self.migrate(database)
            try await killed
            let left = try await Self.shape(of: database)
            #expect(left == (done == nil ? "" : shape), "kill \(step)")
            outcomes.insert(done == nil ? "killed" : "done")
            try await Self.migrate(database)
            #expect(try await Self.shape(of: database) == shape, "again after kill \(step)")
            try await Self.drop(database, server)
        }
        #expect(outcomes.contains("killed"))
        await server.close()
    }

    @Test func `later migrations keep what earlier ones hold`() async throws {
        let server = try await PostgresConnection.connect(
            PostgresConfiguration(SharedDatabase.url())
        )
        let database = try await Self.database("upgraded", server)
        let connection = try await PostgresConnection.connect(
            PostgresConfiguration(SharedDatabase.url(), database: database)
        )
        let earlier = LedgerSchema.migrations.dropLast()
        try await connection.runScript("BEGIN; \(LedgerSchema.text(LedgerSchema.roles))")
        try await connection.runScript(
            """
            SET LOCAL ROLE redress_schema;
            CREATE SCHEMA ledger;
            CREATE TABLE ledger.migration (
                name text PRIMARY KEY, digest bytea NOT NULL CHECK (length(digest) = 32),
                applied_at timestamptz NOT NULL DEFAULT clock_timestamp()
            );
            """
        )
        for name in earlier {
            let text = try LedgerSchema.migration(name)
            try await connection.runScript(text)
            try await connection.execute(
                """
                INSERT INTO ledger.migration (name, digest)
                VALUES (\(name), sha256(convert_to(\(text), 'UTF8')))
                """
            )
        }
        try await connection.runScript(
            """
            INSERT INTO ledger.jurisdiction (entry_id, code, name, time_zone,
                fiscal_year_start_month, count_basis, payment_order)
            VALUES (1, 'us-kept', 'Kept', 'America/Chicago', 7, 'per_count', 'simple');
            INSERT INTO ledger.principal (login, kind) VALUES ('kept', 'login');
            COMMIT
            """
        )
        try await Self.migrate(database)
        let kept = try await connection.execute(
            """
            SELECT (SELECT string_agg(code, ' ') FROM ledger.jurisdiction) || ' '
                || (SELECT string_agg(login, ' ') FROM ledger.principal)
            """
        )
        #expect(try kept[0].decode(String.self, at: 0) == "us-kept kept")
        let names = try await connection.execute("SELECT name FROM ledger.migration ORDER BY name")
        #expect(try names.map { try $0.decode(String.self, at: 0) } == LedgerSchema.migrations)
        await connection.close()
        try await Self.drop(database, server)
        await server.close()
    }

    @Test func `statements prepared before a pour go on after it`() async throws {
        let server = try await PostgresConnection.connect(
            PostgresConfiguration(SharedDatabase.url())
        )
        let database = try await Self.database("poured", server)
        try await Self.migrate(database)
        let session = try await PostgresConnection.connect(
            PostgresConfiguration(SharedDatabase.url(), database: database)
        )
        try await session.runScript(
            """
            SELECT ledger_api.open_jurisdiction('{"statement": {"code":"us","name":"Us",
                "time_zone":"America/Chicago","fiscal_year_start_month":10,
                "count_basis":"per_count","payment_order":"simple"}}');
            SELECT ledger_api.change_roles(jsonb_build_array(jsonb_build_object('statement',
                jsonb_build_object('login', session_user, 'role', 'grants', 'action', 'grant'))));
            """
        )
        let queries: [Query] = [
            "SELECT * FROM ledger_api.award('[]')", "SELECT ledger_api.seal()",
            "SELECT count(*) FROM ledger_api.ledger_line",
            "SELECT * FROM ledger_api.trial_balance('2025-01-01', NULL, NULL, NULL)",
        ]
        for _ in 1...3 {
            for query in queries { _ = try await session.execute(query, prepared: true) }
            try await Self.migrate(database)
        }
        for query in queries { _ = try await session.execute(query, prepared: true) }
        await session.close()
        try await Self.drop(database, server)
        await server.close()
    }

    // MARK: - A database of its own

    private static func database(
        _ purpose: String,
        _ server: PostgresConnection
    ) async throws -> String {
        let name = "\(SharedDatabase.name)_\(purpose)"
        try await server.execute("DROP DATABASE IF EXISTS \(raw: name) WITH (FORCE)")
        try await server.execute("CREATE DATABASE \(raw: name)")
        return name
    }

    private static func drop(_ name: String, _ server: PostgresConnection) async throws {
        try await server.execute("DROP DATABASE \(raw: name) WITH (FORCE)")
    }

    private static func migrate(_ database: String) async throws {
        let pool = ConnectionPool(
            PostgresConfiguration(try SharedDatabase.url(), database: database)
        )
        do {
            try await Migrator(pool: pool).migrate()
            await pool.close()
        } catch {
            await pool.close()
            throw error
        }
    }

    private static func kill(
        in database: String,
        after delay: Duration,
        _ server: PostgresConnection
    ) async throws {
        try await Task.sleep(for: delay)
        try await server.execute(
            """
            SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = \(database)
            """
        )
    }

    /// Everything of the ledger that a database holds, as one text; empty when it holds nothing.
    private static func shape(of database: String) async throws -> String {
        let connection = try await PostgresConnection.connect(
            PostgresConfiguration(SharedDatabase.url(), database: database)
        )
        let rows = try await connection.execute(
            """
            SELECT coalesce(string_agg(o.name, ' ' ORDER BY o.name), '') FROM (
                SELECT c.oid::regclass::text || coalesce(c.relacl::text, '') AS name
                FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
                WHERE n.nspname LIKE 'ledger%' AND c.relkind <> 't'
                UNION ALL
                SELECT p.oid::regprocedure::text || coalesce(p.proacl::text, '')
                FROM pg_proc AS p JOIN pg_namespace AS n ON n.oid = p.pronamespace
                WHERE n.nspname LIKE 'ledger%'
                UNION ALL
                SELECT t.tgname || t.tgrelid::regclass FROM pg_trigger AS t WHERE NOT t.tgisinternal
                UNION ALL
                SELECT n.nspname FROM pg_namespace AS n WHERE n.nspname LIKE 'ledger%'
            ) AS o
            """
        )
        await connection.close()
        return try rows[0].decode(at: 0)
    }
}
