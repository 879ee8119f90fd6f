import Foundation
import LedgerModel
import LedgerStore
import PostgresClient

/// A database of its own with sealed books, to be altered and verified.
struct VerificationLedger {
    struct Missing: Error, CustomStringConvertible {
        let description = "REDRESS_TEST_DATABASE_URL is not set; scripts/test sets it"
    }

    let database: String
    let configuration: PostgresConfiguration
    let connection: PostgresConnection

    static func make() async throws -> VerificationLedger {
        let environment = ProcessInfo.processInfo.environment
        guard let url = environment["REDRESS_TEST_DATABASE_URL"] else { throw Missing() }
        let name = "verify_\(UUID().uuidString.prefix(13).lowercased())".replacing("-", with: "_")
        let server = try await PostgresConnection.connect(PostgresConfiguration(url))
        try await server.runScript("CREATE DATABASE \(name)")
        await server.close()
        let configuration = PostgresConfiguration(url, database: name)
        let pool = ConnectionPool(configuration)
        try await Migrator(pool: pool).migrate()
        await pool.close()
        let connection = try await PostgresConnection.connect(configuration)
        try await connection.runScript(VerificationBooks.make)
        try await connection.runScript(VerificationBooks.neighbour)
        try await connection.runScript("SELECT set_config('redress.jurisdiction', 'us-aa', false)")
        return VerificationLedger(
            database: name,
            configuration: configuration,
            connection: connection
        )
    }

    func drop() async throws {
        await connection.close()
        let environment = ProcessInfo.processInfo.environment
        guard let url = environment["REDRESS_TEST_DATABASE_URL"] else { throw Missing() }
        let server = try await PostgresConnection.connect(PostgresConfiguration(url))
        try await server.runScript("DROP DATABASE \(database)")
        await server.close()
    }

    func verify(
        against published: LedgerVerifier.PublishedBlock? = nil
    ) async throws -> VerificationReport {
        try await Self.verify(against: published, connection)
    }

    /// Alters the books with all triggers off, verifies them on the same connection, and takes
    /// the alteration back.
    func verify(
        after alteration: String,
        against published: LedgerVerifier.PublishedBlock? = nil
    ) async throws -> VerificationReport {
        try await connection.runScript(
            "BEGIN; SET LOCAL session_replication_role = replica; \(alteration)"
        )
        do {
            let report = try await Self.verify(against: published, connection)
            try await connection.runScript("ROLLBACK")
            return report
        } catch {
            try await connection.runScript("ROLLBACK")
            throw error
        }
    }

    private static func verify(
        against published: LedgerVerifier.PublishedBlock?,
        _ connection: isolated PostgresConnection
    ) async throws -> VerificationReport {
        try await LedgerVerifier(jurisdiction: 1).verify(against: published, connection)
    }
}
