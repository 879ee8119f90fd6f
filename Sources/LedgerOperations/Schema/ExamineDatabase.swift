import LedgerStore
import PostgresClient

extension Ledger {
    private static let oldestServer: Int32 = 150_000

    /// Looks at the server, its settings, the schema and the login; needs no jurisdiction.
    public func examine() async throws -> [Diagnosis] {
        try await attempt {
            try await store.pool.withConnection { connection in
                var findings = [
                    try await Self.server(connection), try await Self.durability(connection),
                ]
                let schema = try await Self.schema(connection)
                findings.append(schema)
                if schema.state == .good { findings.append(try await Self.login(connection)) }
                return findings
            }
        }
    }

    private static func server(_ connection: isolated PostgresConnection) async throws -> Diagnosis
    {
        let row = try await connection.execute(
            """
            SELECT current_setting('server_version'),
                current_setting('server_version_num')::integer, current_database()::text
            """
        )[0]
        let (version, number): (String, Int32) = (try row.decode(at: 0), try row.decode(at: 1))
        let found = "PostgreSQL \(version), database \(try row.decode(String.self, at: 2))"
        return number >= oldestServer
            ? Diagnosis("server", .good, found)
            : Diagnosis("server", .bad, found, "Use PostgreSQL 15 or newer.")
    }

    private static func durability(
        _ connection: isolated PostgresConnection
    ) async throws -> Diagnosis {
        let row = try await connection.execute(
            """
            SELECT current_setting('fsync') = 'on' AND current_setting('full_page_writes') = 'on'
                AND current_setting('synchronous_commit') <> 'off'
            """
        )[0]
        return try row.decode(Bool.self, at: 0)
            ? Diagnosis("durability", .good, "commits wait for the disk")
            : Diagnosis(
                "durability",
                .warning,
                "commits do not wait for the disk",
                "Set fsync, full_page_writes and synchronous_commit to on."
            )
    }

    private static func schema(_ connection: isolated PostgresConnection) async throws -> Diagnosis
    {
        let migrate = "Run: redress db migrate"
        let isThere = try await connection.execute(
            "SELECT to_regclass('ledger.migration') IS NOT NULL"
        )[0].decode(Bool.self, at: 0)
        guard isThere else { return Diagnosis("schema", .bad, "there is none", migrate) }
        do {
            let applied = try await connection.execute("SELECT name, digest FROM ledger.migration")
            let plan = try MigrationPlan(
                shipped: try MigrationPlan.shipped(),
                applied: try applied.map { (try $0.decode(at: 0), try $0.decode(at: 1)) }
            )
            return plan.pending.isEmpty
                ? Diagnosis("schema", .good, "that of this version")
                : Diagnosis("schema", .bad, "\(plan.pending.count) migrations to run", migrate)
        } catch let refusal as MigrationPlan.Refusal {
            return Diagnosis(
                "schema",
                .bad,
                "\(refusal)",
                "Use the version that made this database, or newer."
            )
        } catch let error as PostgresError where error.sqlstate == "42501" {
            return Diagnosis("schema", .good, "there; this login may not read its history")
        }
    }

    private static func login(_ connection: isolated PostgresConnection) async throws -> Diagnosis {
        let row = try await connection.execute(
            """
            SELECT session_user::text,
                (SELECT count(*) FROM pg_roles AS r
                 WHERE r.rolname LIKE 'redress\\_%' AND NOT r.rolcanlogin
                     AND pg_has_role(session_user, r.oid, 'MEMBER')),
                (SELECT r.rolsuper FROM pg_roles AS r WHERE r.rolname = session_user)
            """
        )[0]
        let login = try row.decode(String.self, at: 0)
        if try row.decode(Bool.self, at: 2) {
            return Diagnosis(
                "login",
                .warning,
                "\(login) is a superuser",
                "For daily work give each person a login: redress principal add"
            )
        }
        return try row.decode(Int64.self, at: 1) > 0
            ? Diagnosis("login", .good, "\(login) has roles of the ledger")
            : Diagnosis(
                "login",
                .bad,
                "\(login) has no role of the ledger",
                "Ask an owner for one: redress principal grant"
            )
    }
}
