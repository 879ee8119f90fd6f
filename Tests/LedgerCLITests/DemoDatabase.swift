import Foundation
import LedgerTestSupport
import PostgresClient

@testable import LedgerCLI

/// The books of the demo, loaded once per process by the command itself.
///
/// What a test writes there it dates after 2025-06-30, the last day of the year that others count.
enum DemoDatabase {
    private static let name = "redress_demo_\(ProcessInfo.processInfo.processIdentifier)"

    /// A connection string, as the superuser unless a login is named.
    static func connection(as login: String? = nil) async throws -> String {
        _ = try await firstRun.value
        return ConnectionWords.with(login, in: try string(name))
    }

    /// What the command said that loaded them.
    static func loading() async throws -> CommandRun { try await firstRun.value }

    /// Asks the database directly.
    static func query(_ query: Query) async throws -> PostgresResult {
        try await self.query(query, in: try await connection())
    }

    /// Asks another database directly.
    static func query(_ query: Query, in database: String) async throws -> PostgresResult {
        let configuration = PostgresConfiguration(database)
        let connection = try await PostgresConnection.connect(configuration)
        do {
            let result = try await connection.execute(query)
            await connection.close()
            return result
        } catch {
            await connection.close()
            throw error
        }
    }

    /// A database with nothing in it; made by one test at a time, after the shared one.
    static func empty() async throws -> String {
        _ = try await firstRun.value
        return try await make("\(name)_again")
    }

    private static let firstRun = Task {
        await CommandRun.of(["demo", "-O", "json", "--database", try await make(name)])
    }

    private static func make(_ name: String) async throws -> String {
        let server = try await PostgresConnection.connect(
            PostgresConfiguration(try SharedDatabase.url())
        )
        try await server.execute("DROP DATABASE IF EXISTS \(raw: name) WITH (FORCE)")
        try await server.execute("CREATE DATABASE \(raw: name)")
        await server.close()
        return try string(name)
    }

    private static func string(_ name: String) throws -> String {
        ConnectionWords.adding("dbname", name, to: try SharedDatabase.url())
    }
}
