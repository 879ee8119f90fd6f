import Foundation
import LedgerModel
import LedgerStore
import LedgerTestSupport
import PostgresClient

/// A database of its own with sealed books, to be altered and verified.
struct VerificationLedger {
    let database: String
    let configuration: PostgresConfiguration
    let connection: PostgresConnection

    static func make() async throws -> VerificationLedger {
        let ledger = try await empty()
        let pool = ConnectionPool(ledger.configuration)
        try await Migrator(pool: pool).migrate()
        await pool.close()
        try await ledger.connection.runScript(VerificationBooks.make)
        try await ledger.connection.runScript(VerificationBooks.neighbour)
        try await ledger.connection.runScript(
            "SELECT set_config('redress.jurisdiction', 'us-aa', false)"
        )
        return ledger
    }

    /// A database with nothing in it.
    static func empty() async throws -> VerificationLedger {
        let url = try SharedDatabase.url()
        let name = "verify_\(UUID().uuidString.prefix(13).lowercased())".replacing("-", with: "_")
        let server = try await PostgresConnection.connect(PostgresConfiguration(url))
        try await server.runScript("CREATE DATABASE \(name)")
        await server.close()
        let configuration = PostgresConfiguration(url, database: name)
        return VerificationLedger(
            database: name,
            configuration: configuration,
            connection: try await PostgresConnection.connect(configuration)
        )
    }

    /// The same database for programs that read a connection string.
    var conninfo: String {
        get throws {
            let words = try SharedDatabase.url().split(separator: " ")
            return words.filter { !$0.hasPrefix("dbname=") }.joined(separator: " ")
                + " dbname=\(database)"
        }
    }

    /// Triggers, row security, policies and grants, as text.
    func guards() async throws -> [String] {
        try await connection.execute(
            """
            SELECT format('%s %s %s', tgrelid::regclass, tgname, tgenabled)
            FROM pg_trigger WHERE NOT tgisinternal
            UNION ALL
            SELECT format('%s %s %s %s %s', c.oid::regclass, c.relrowsecurity,
                c.relforcerowsecurity, r.rolname, c.relacl)
            FROM pg_class AS c JOIN pg_roles AS r ON r.oid = c.relowner
            WHERE c.relnamespace IN ('ledger'::regnamespace, 'ledger_api'::regnamespace)
            UNION ALL
            SELECT format('%s %s %s', polrelid::regclass, polname,
                pg_get_expr(polqual, polrelid)) FROM pg_policy
            UNION ALL
            SELECT format('%s %s', oid::regprocedure, proacl) FROM pg_proc
            WHERE pronamespace IN ('ledger'::regnamespace, 'ledger_api'::regnamespace)
            ORDER BY 1
            """
        ).map { try $0.decode(at: 0) }
    }

    func drop() async throws {
        await connection.close()
        let url = try SharedDatabase.url()
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
