import LedgerStore
import PostgresClient

extension Ledger {
    /// Creates a database login without a password, with the rights of the connected login.
    ///
    /// Returns false when it was there already.
    public func addLogin(_ login: String) async throws -> Bool {
        try await attempt {
            try await store.pool.withConnection { connection in
                let row = try await connection.execute(
                    """
                    SELECT format('CREATE ROLE %I LOGIN', \(login)::text),
                        EXISTS (SELECT FROM pg_roles WHERE rolname = \(login))
                    """
                )[0]
                if try row.decode(Bool.self, at: 1) { return false }
                try await connection.execute("\(raw: row.decode(String.self, at: 0))")
                return true
            }
        }
    }
}
