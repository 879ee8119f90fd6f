import PostgresClient
import Synchronization
import Testing

// One after the other, so that all suites together stay within the server's connections.
@Suite(.serialized)
struct PreparedStatementTests {
    private let all: Query = "SELECT * FROM changing"
    private let widen = "ALTER TABLE changing ADD COLUMN b text"

    /// A session that has prepared `all` before its table became wider.
    private func connectionWithStalePlan() async throws -> PostgresConnection {
        let connection = try await TestDatabase.connect()
        try await connection.runScript("CREATE TEMP TABLE changing (a bigint)")
        #expect(try await connection.execute(all, prepared: true).columnCount == 1)
        try await connection.runScript(widen)
        return connection
    }

    @Test func `a statement is prepared once however often it runs`() async throws {
        let connection = try await TestDatabase.connect()
        try await connection.runScript("CREATE TEMP TABLE changing (a bigint)")
        for number in 0..<5 {
            let insert: Query = "INSERT INTO changing VALUES (\(Int64(number)))"
            #expect(try await connection.execute(insert, prepared: true).affectedRows == 1)
            #expect(try await connection.execute(all, prepared: true).count == number + 1)
        }
        let prepared = try await connection.execute("SELECT count(*) FROM pg_prepared_statements")
        #expect(try prepared.first?.decode(Int.self, at: 0) == 2)
    }

    @Test func `a statement whose table changed is prepared anew unseen`() async throws {
        let connection = try await connectionWithStalePlan()
        #expect(try await connection.execute(all, prepared: true).columnCount == 2)
        try await connection.runScript("ALTER TABLE changing DROP COLUMN b")
        #expect(try await connection.execute(all, prepared: true).columnCount == 1)
    }

    @Test func `a transaction that meets a changed table runs again as a whole`() async throws {
        let connection = try await connectionWithStalePlan()
        let runs = Mutex(0)
        let columns = try await connection.transaction { connection in
            runs.withLock { $0 += 1 }
            try await connection.execute("INSERT INTO changing VALUES (1, 'b')")
            return try await connection.execute(self.all, prepared: true).columnCount
        }
        #expect(columns == 2)
        #expect(runs.withLock { $0 } == 2)
        #expect(try await connection.execute(all).count == 1)
    }

    @Test func `a transaction without a retry reports the changed table once`() async throws {
        let connection = try await connectionWithStalePlan()
        try await connection.execute("BEGIN")
        let error = await #expect(throws: PostgresError.self) {
            try await connection.execute(all, prepared: true)
        }
        #expect(error?.sqlstate == "0A000")
        #expect(error?.isTransient == true)
        try await connection.execute("ROLLBACK")
        #expect(try await connection.execute(all, prepared: true).columnCount == 2)
    }

    @Test func `a pipeline that meets a changed table works the next time`() async throws {
        let connection = try await connectionWithStalePlan()
        let error = await #expect(throws: PostgresError.self) {
            try await connection.pipeline(["SELECT 1", all], prepared: true)
        }
        #expect(error?.pipelineIndex == 1)
        #expect(error?.isTransient == true)
        let results = try await connection.pipeline(["SELECT 1", all], prepared: true)
        #expect(results.map(\.columnCount) == [1, 2])
    }

    @Test func `a feature that the server lacks is not taken for a changed table`() async throws {
        let connection = try await TestDatabase.connect()
        let runs = Mutex(0)
        try await connection.runScript(
            "CREATE FUNCTION pg_temp.lack() RETURNS int LANGUAGE plpgsql AS "
                + "$$BEGIN RAISE SQLSTATE '0A000'; END$$"
        )
        let error = await #expect(throws: PostgresError.self) {
            try await connection.transaction { connection in
                runs.withLock { $0 += 1 }
                try await connection.execute("SELECT pg_temp.lack()", prepared: true)
            }
        }
        #expect(error?.sqlstate == "0A000")
        #expect(runs.withLock { $0 } == 1)
    }

    @Test func `the error of a prepared statement leaves the session usable`() async throws {
        let connection = try await TestDatabase.connect()
        for _ in 0..<2 {
            let error = await #expect(throws: PostgresError.self) {
                try await connection.execute("SELECT 1 / \(Int64(0))", prepared: true)
            }
            #expect(error?.sqlstate == "22012")
        }
        await #expect(throws: PostgresError.self) {
            try await connection.execute("SELECT nonsense", prepared: true)
        }
        #expect(try await connection.execute("SELECT 1", prepared: true).count == 1)
    }
}
