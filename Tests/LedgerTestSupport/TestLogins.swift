import Foundation
import LedgerOperations
import PostgresClient

/// Database logins for the tests, one per job, made when the first test asks for one.
actor TestLogins {
    static let shared = TestLogins()

    private var made: [String: Task<Void, any Error>] = [:]

    /// The login for a job; it holds no role before a jurisdiction grants it one, beyond `group`.
    func login(_ job: String, in group: String? = nil) async throws -> String {
        let name = "\(SharedDatabase.name)_\(job)"
        if made[name] == nil {
            made[name] = Task {
                let pool = try await SharedDatabase.pool()
                try await pool.withConnection { connection in
                    try await connection.runScript(
                        """
                        DROP ROLE IF EXISTS \(name);
                        CREATE ROLE \(name) LOGIN \(group.map { "IN ROLE \($0)" } ?? "")
                        """
                    )
                }
            }
        }
        try await made[name]?.value
        return name
    }
}
