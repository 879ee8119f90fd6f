import Crypto
import LedgerSchema
package import PostgresClient

/// Brings a database to the schema that this version ships, wholly or not at all.
package struct Migrator: Sendable {
    private let pool: ConnectionPool

    package init(pool: ConnectionPool) { self.pool = pool }

    /// Applies what is missing, and pours functions, grants and refusals anew if they changed:
    /// sessions at work are not disturbed by a migration that has nothing to do.
    ///
    /// Returns the names of the migrations that ran. Two migrators wait for each other.
    @discardableResult
    package func migrate() async throws -> [String] {
        let shipped = try MigrationPlan.shipped()
        let roles = try LedgerSchema.text(LedgerSchema.roles)
        let pour = try LedgerSchema.pour.map(LedgerSchema.text)
        let refusals = Array(try LedgerSchema.text("refusals.csv").utf8)
        let sand = Self.digest([roles] + pour, refusals)
        return try await pool.withConnection { connection in
            try await connection.transaction(.migration) { connection in
                try await connection.execute(
                    "SELECT pg_advisory_xact_lock(hashtext('redress migration'))"
                )
                try await connection.runScript(roles)
                try await connection.execute("SET LOCAL ROLE redress_schema")
                try await connection.runScript(Self.foundation)
                let plan = try MigrationPlan(
                    shipped: shipped,
                    applied: try await Self.applied(connection)
                )
                if plan.pending.isEmpty, try await Self.poured(connection) == sand { return [] }
                try await connection.runScript(
                    "DROP SCHEMA IF EXISTS ledger_api CASCADE; CREATE SCHEMA ledger_api"
                )
                for migration in plan.pending { try await Self.apply(migration, connection) }
                try await Self.load(refusals, connection)
                for text in pour { try await connection.runScript(text) }
                try await connection.execute(
                    """
                    INSERT INTO ledger.pour (digest) VALUES (\(sand))
                    ON CONFLICT (only_row) DO UPDATE SET digest = excluded.digest
                    """
                )
                return plan.pending.map(\.name)
            }
        }
    }

    private static let foundation = """
        CREATE SCHEMA IF NOT EXISTS ledger;
        CREATE TABLE IF NOT EXISTS ledger.migration (
            name text PRIMARY KEY,
            digest bytea NOT NULL CHECK (length(digest) = 32),
            applied_at timestamptz NOT NULL DEFAULT clock_timestamp()
        );
        COMMENT ON TABLE ledger.migration IS 'Which migrations this database has had.';
        CREATE TABLE IF NOT EXISTS ledger.pour (
            only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
            digest bytea NOT NULL CHECK (length(digest) = 32)
        );
        COMMENT ON TABLE ledger.pour IS 'What the schema ledger_api was last poured from.';
        """

    private static func digest(_ texts: [String], _ refusals: [UInt8]) -> [UInt8] {
        var hash = SHA256()
        for text in texts { hash.update(data: Array(SHA256.hash(data: Array(text.utf8)))) }
        hash.update(data: refusals)
        return Array(hash.finalize())
    }

    /// What was poured last; nil when the sand is gone, as after a restore into a new cluster.
    private static func poured(
        _ connection: isolated PostgresConnection
    ) async throws -> [UInt8]? {
        let isThere = try await !connection.execute(
            "SELECT FROM pg_namespace WHERE nspname = 'ledger_api'"
        ).isEmpty
        guard isThere else { return nil }
        return try await connection.execute("SELECT digest FROM ledger.pour").first?
            .decode(at: 0)
    }

    private static func applied(
        _ connection: isolated PostgresConnection
    ) async throws -> [(name: String, digest: [UInt8])] {
        try await connection.execute("SELECT name, digest FROM ledger.migration ORDER BY name")
            .map { (try $0.decode(at: 0), try $0.decode(at: 1)) }
    }

    private static func apply(
        _ migration: MigrationPlan.Migration,
        _ connection: isolated PostgresConnection
    ) async throws {
        try await connection.runScript(migration.text)
        try await connection.execute(
            """
            INSERT INTO ledger.migration (name, digest)
            VALUES (\(migration.name), \(migration.digest))
            """
        )
    }

    private static func load(
        _ refusals: [UInt8],
        _ connection: isolated PostgresConnection
    ) async throws {
        try await connection.runScript(
            "CREATE TEMP TABLE shipped_refusal (LIKE ledger.refusal_text) ON COMMIT DROP"
        )
        var piece: [UInt8]? = refusals
        try await connection.copyIn(
            "COPY shipped_refusal FROM STDIN (FORMAT csv, HEADER true)"
        ) {
            defer { piece = nil }
            return piece
        }
        try await connection.runScript(
            """
            DELETE FROM ledger.refusal_text AS t
            WHERE NOT EXISTS (SELECT FROM shipped_refusal AS s WHERE s.code = t.code);
            INSERT INTO ledger.refusal_text SELECT * FROM shipped_refusal
            ON CONFLICT (code) DO UPDATE SET
                name = excluded.name, message = excluded.message, hint = excluded.hint;
            """
        )
    }
}

extension TransactionOptions {
    /// Roles belong to the cluster, beyond the reach of a database's advisory lock: migrators of
    /// two databases may meet there, and the second finds everything done when it runs again.
    fileprivate static let migration = TransactionOptions(attempts: 10) { error in
        ["23505", "42710", "XX000"].contains(error.sqlstate)
    }
}
