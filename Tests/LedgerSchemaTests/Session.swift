import LedgerTestSupport
import PostgresClient

/// One connection to the database, as psql would hold it.
struct Session: Sendable {
    let connection: PostgresConnection

    static func open(
        _ login: String? = nil,
        jurisdiction: String? = nil
    ) async throws -> Session {
        try await ProbeSchema.prepare()
        let connection = try await PostgresConnection.connect(
            SharedDatabase.configuration(user: login)
        )
        let session = Session(connection: connection)
        if let jurisdiction {
            try await session.run("SET redress.jurisdiction = '\(jurisdiction)'")
        }
        return session
    }

    /// Runs several statements, each for its effect.
    func run(_ sql: String) async throws { try await connection.runScript(sql) }

    /// All rows of a statement.
    @discardableResult
    func rows(_ sql: String) async throws -> PostgresResult {
        try await connection.execute(Query(sql))
    }

    /// The only value of a statement.
    func value<Value: PostgresDecodable>(
        _ sql: String,
        as type: Value.Type = Value.self
    ) async throws -> Value {
        let rows = try await rows(sql)
        guard let row = rows.first else { throw PostgresError(.protocol, "no row: \(sql)") }
        return try row.decode(Value.self, at: 0)
    }

    /// What a door answered.
    func replies(_ sql: String) async throws -> [Reply] {
        try await rows("SELECT r.* FROM \(sql) AS r").map(Reply.init)
    }

    /// The word for how a statement ended: a refusal's code, an SQLSTATE, or `accepted`.
    func outcome(_ sql: String) async throws -> String {
        do {
            return try await replies(sql).last?.code ?? "accepted"
        } catch let error as PostgresError {
            guard let sqlstate = error.sqlstate else { throw error }
            return sqlstate
        }
    }

    /// How a whole script ended, which is rolled back.
    func outcome(ofScript sql: String) async throws -> String {
        var outcome = "accepted"
        do {
            try await run("BEGIN;\(sql)")
        } catch let error as PostgresError {
            guard let sqlstate = error.sqlstate else { throw error }
            outcome = sqlstate
        }
        try await run("ROLLBACK")
        return outcome
    }

    func close() async { await connection.close() }
}
