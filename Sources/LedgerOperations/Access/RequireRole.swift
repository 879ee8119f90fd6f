import LedgerStore
import PostgresClient

extension Ledger {
    /// Refuses with `LG002` unless the login holds the role in the bound jurisdiction.
    public func requireRole(_ role: LedgerRole) async throws {
        try await attempt {
            try await store.withTransaction(.bound(readOnly: true)) { connection in
                _ = try await connection.execute(
                    "SELECT ledger_api.require_role(VARIADIC \([role.rawValue]))"
                )
            }
        }
    }
}
