import LedgerSchema
package import PostgresClient

/// What a restore needs beside the dump: the roles of the cluster, which are in no dump.
package struct Restoration: Sendable {
    private let pool: ConnectionPool

    package init(pool: ConnectionPool) { self.pool = pool }

    /// Makes the roles that the dump's owners and grants name; false when the database has a
    /// ledger already.
    package func makeRoles() async throws -> Bool {
        let roles = try LedgerSchema.text(LedgerSchema.roles)
        return try await pool.withConnection { connection in
            let used = try await connection.execute(
                "SELECT FROM pg_catalog.pg_namespace WHERE nspname = 'ledger'"
            )
            guard used.isEmpty else { return false }
            try await connection.runScript(roles)
            return true
        }
    }

    /// Gives every login the roles that the ledger says it holds; returns the logins that do
    /// not exist in this cluster.
    package func restoreMemberships() async throws -> [String] {
        try await pool.withConnection { connection in
            try await connection.runScript(Self.grants)
            return try await connection.execute(
                """
                SELECT DISTINCT p.login FROM ledger.principal_role AS h
                JOIN ledger.principal AS p ON p.id = h.principal_id
                WHERE p.kind = 'login' AND NOT EXISTS (
                    SELECT FROM pg_catalog.pg_roles AS r WHERE r.rolname = p.login
                )
                ORDER BY 1
                """
            ).map { try $0.decode(at: 0) }
        }
    }

    private static let grants = """
        DO $$
        DECLARE
            v_held record;
        BEGIN
            FOR v_held IN
                SELECT DISTINCT p.login, h.role
                FROM ledger.principal_role AS h
                JOIN ledger.principal AS p ON p.id = h.principal_id
                JOIN pg_catalog.pg_roles AS r ON r.rolname = p.login
                WHERE p.kind = 'login' AND NOT r.rolsuper
            LOOP
                EXECUTE format('GRANT %I TO %I', 'redress_' || v_held.role, v_held.login);
            END LOOP;
        END $$
        """
}
