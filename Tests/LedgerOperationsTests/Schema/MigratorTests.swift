import Foundation
import LedgerStore
import LedgerTestSupport
import PostgresClient
import Testing

@Suite struct MigratorTests {
    @Test func `two migrators at once leave one whole schema, and a third changes nothing`()
        async throws
    {
        try await withDatabase("migrators") { pool, other in
            async let first = Migrator(pool: pool).migrate()
            async let second = Migrator(pool: other).migrate()
            let ran = try await [first, second]
            #expect(ran.map(\.count).sorted() == [0, try MigrationPlan.shipped().count])
            #expect(try await Migrator(pool: pool).migrate() == [])
        }
    }

    @Test func `a migration with nothing to do leaves the functions to those who use them`()
        async throws
    {
        try await withDatabase("settled") { pool, _ in
            try await Migrator(pool: pool).migrate()
            let before = try await Self.poured(pool)
            try await Migrator(pool: pool).migrate()
            #expect(try await Self.poured(pool) == before)
            _ = try await pool.withConnection { connection in
                try await connection.execute("UPDATE ledger.pour SET digest = sha256('')")
            }
            try await Migrator(pool: pool).migrate()
            #expect(try await Self.poured(pool) != before)
        }
    }

    private static func poured(_ pool: ConnectionPool) async throws -> Int64 {
        try await pool.withConnection { connection in
            try await connection.execute("SELECT 'ledger_api'::regnamespace::oid::bigint")
        }[0].decode(at: 0)
    }

    @Test func `an applied migration that was altered stops the migrator`() async throws {
        try await withDatabase("altered") { pool, _ in
            try await Migrator(pool: pool).migrate()
            _ = try await pool.withConnection { connection in
                try await connection.execute(
                    "UPDATE ledger.migration SET digest = sha256('') WHERE name = '0001_people'"
                )
            }
            await #expect(throws: MigrationPlan.Refusal.altered("0001_people")) {
                try await Migrator(pool: pool).migrate()
            }
            let poured = try await pool.withConnection { connection in
                try await connection.execute("SELECT to_regtype('ledger_api.reply')::text")
            }
            #expect(try poured[0].decode(String?.self, at: 0) != nil)
        }
    }

    @Test func `a schema newer than this version is refused`() async throws {
        try await withDatabase("newer") { pool, _ in
            try await Migrator(pool: pool).migrate()
            _ = try await pool.withConnection { connection in
                try await connection.execute(
                    "INSERT INTO ledger.migration (name, digest) VALUES ('9999_later', sha256(''))"
                )
            }
            await #expect(throws: MigrationPlan.Refusal.newer("9999_later")) {
                try await Migrator(pool: pool).migrate()
            }
        }
    }

    private func withDatabase(
        _ purpose: String,
        _ body: (ConnectionPool, ConnectionPool) async throws -> Void
    ) async throws {
        let name = "\(SharedDatabase.name)_\(purpose)"
        let url = try SharedDatabase.url()
        let server = try await PostgresConnection.connect(PostgresConfiguration(url))
        try await server.execute("DROP DATABASE IF EXISTS \(raw: name) WITH (FORCE)")
        try await server.execute("CREATE DATABASE \(raw: name)")
        let pools = [
            ConnectionPool(PostgresConfiguration(url, database: name)),
            ConnectionPool(PostgresConfiguration(url, database: name)),
        ]
        let outcome = await Result { try await body(pools[0], pools[1]) }
        for pool in pools { await pool.close() }
        try await server.execute("DROP DATABASE \(raw: name) WITH (FORCE)")
        try outcome.get()
    }
}

extension Result where Failure == any Error {
    fileprivate init(_ body: () async throws -> Success) async {
        do { self = .success(try await body()) } catch { self = .failure(error) }
    }
}
