import Foundation
import LedgerStore
package import PostgresClient

/// The one migrated database that all tests of a process share; jurisdictions keep them apart.
package enum SharedDatabase {
    package struct Missing: Error, CustomStringConvertible {
        package let description =
            "REDRESS_TEST_DATABASE_URL is not set; scripts/test starts a server and sets it"
    }

    /// The name of the database, which a later process of the same number makes anew.
    package static let name = "redress_test_\(ProcessInfo.processInfo.processIdentifier)"

    /// How to reach the database, as its superuser unless `user` says otherwise.
    package static func configuration(
        user: String? = nil
    ) async throws -> PostgresConfiguration {
        try await made.value
        return PostgresConfiguration(try url(), user: user, database: name)
    }

    /// Connections to the database, shared by all tests that use the same login.
    package static func pool(user: String? = nil) async throws -> ConnectionPool {
        let configuration = try await configuration(user: user)
        return await Pools.shared.pool(user ?? "", configuration)
    }

    /// The server that the tests talk to, named by one variable.
    package static func url() throws -> String {
        guard let url = ProcessInfo.processInfo.environment["REDRESS_TEST_DATABASE_URL"] else {
            throw Missing()
        }
        return url
    }

    private static let made = Task {
        let server = try await PostgresConnection.connect(PostgresConfiguration(try url()))
        try await server.execute("DROP DATABASE IF EXISTS \(raw: name) WITH (FORCE)")
        try await server.execute("CREATE DATABASE \(raw: name)")
        await server.close()
        let pool = ConnectionPool(PostgresConfiguration(try url(), database: name))
        try await Migrator(pool: pool).migrate()
        await pool.close()
    }
}

private actor Pools {
    static let shared = Pools()

    private var pools: [String: ConnectionPool] = [:]

    func pool(_ user: String, _ configuration: PostgresConfiguration) -> ConnectionPool {
        if let pool = pools[user] { return pool }
        let options = ConnectionPool.Options(
            size: 16,
            maximumWaiters: 4_096,
            patience: .seconds(60)
        )
        let pool = ConnectionPool(configuration, options: options)
        pools[user] = pool
        return pool
    }
}
