import PostgresClient
import Synchronization
import Testing

// One after the other, so that all suites together stay within the server's connections.
@Suite(.serialized)
struct RetryTests {
    /// Runs a body that is refused so many times, and counts how often it ran.
    private func attempts(
        refusedWith sqlstate: String,
        times: Int,
        _ options: TransactionOptions
    ) async throws -> (ran: Int, error: PostgresError?) {
        let connection = try await TestDatabase.connect()
        let ran = Mutex(0)
        do {
            try await connection.transaction(options) { connection in
                let number = ran.withLock { count in
                    count += 1
                    return count
                }
                guard number <= times else { return }
                try await connection.runScript(
                    "DO $$BEGIN RAISE SQLSTATE '\(sqlstate)'; END$$"
                )
            }
        } catch let error as PostgresError {
            return (ran.withLock { $0 }, error)
        }
        return (ran.withLock { $0 }, nil)
    }

    @Test(arguments: ["40001", "40P01"])
    func `a serialization failure or a deadlock runs again`(sqlstate: String) async throws {
        let outcome = try await attempts(
            refusedWith: sqlstate,
            times: 2,
            TransactionOptions(attempts: 3)
        )
        #expect(outcome.ran == 3)
        #expect(outcome.error == nil)
    }

    @Test func `running again has a bound`() async throws {
        let outcome = try await attempts(
            refusedWith: "40001",
            times: 100,
            TransactionOptions(attempts: 4)
        )
        #expect(outcome.ran == 4)
        #expect(outcome.error?.sqlstate == "40001")
    }

    @Test(arguments: ["23505", "LG001", "57014", "53100", "25006"])
    func `any other refusal never runs again`(sqlstate: String) async throws {
        let outcome = try await attempts(
            refusedWith: sqlstate,
            times: 1,
            TransactionOptions(attempts: 5)
        )
        #expect(outcome.ran == 1)
        #expect(outcome.error?.sqlstate == sqlstate)
    }

    @Test func `a refusal that the caller names runs again`() async throws {
        let options = TransactionOptions(attempts: 3) { $0.sqlstate == "23505" }
        let outcome = try await attempts(refusedWith: "23505", times: 1, options)
        #expect(outcome.ran == 2)
        #expect(outcome.error == nil)
    }

    @Test func `two serializable transactions that cross both end`() async throws {
        try await withTable("n bigint") { table, connection in
            try await connection.execute("INSERT INTO \(raw: table) VALUES (0)")
            let rival = try await TestDatabase.connect()
            let ran = Mutex(0)
            let options = TransactionOptions(isolation: .serializable, attempts: 3)
            try await connection.transaction(options) { connection in
                let first = ran.withLock { count in
                    count += 1
                    return count == 1
                }
                try await connection.execute("SELECT n FROM \(raw: table)")
                if first { try await rival.execute("UPDATE \(raw: table) SET n = n + 1") }
                try await connection.execute("UPDATE \(raw: table) SET n = n + 10")
            }
            #expect(ran.withLock { $0 } == 2)
            let result = try await connection.execute("SELECT n FROM \(raw: table)")
            #expect(try result.first?.decode(Int64.self, at: 0) == 11)
        }
    }

    @Test func `a deadlock of two transactions is run again and both end`() async throws {
        try await withTable("id bigint, n bigint") { table, connection in
            try await connection.runScript("INSERT INTO \(table) VALUES (1, 0), (2, 0)")
            let rival = try await TestDatabase.connect()
            let rivals = Rivals(table: table)
            async let one: Void = rivals.cross(connection, 1, 2)
            async let other: Void = rivals.cross(rival, 2, 1)
            _ = try await (one, other)
            // Often three; the one that runs again may be quick enough to cross its rival again.
            #expect(rivals.runs.withLock { $0 } >= 3)
            let result = try await connection.execute("SELECT n FROM \(raw: table)")
            #expect(try result.map { try $0.decode(Int64.self, at: 0) } == [2, 2])
        }
    }
}

/// Two transactions that take two rows in opposite order, each holding its first.
private final class Rivals: Sendable {
    let runs = Mutex(0)
    private let holders = Mutex(0)
    private let table: String

    init(table: String) { self.table = table }

    func cross(_ connection: PostgresConnection, _ first: Int64, _ second: Int64) async throws {
        try await connection.transaction { connection in
            self.runs.withLock { $0 += 1 }
            try await connection.execute(self.update(first))
            self.holders.withLock { $0 += 1 }
            for _ in 0..<200 where self.holders.withLock({ $0 }) < 2 {
                try await Task.sleep(for: .milliseconds(5))
            }
            try await connection.execute(self.update(second))
        }
    }

    private func update(_ id: Int64) -> Query {
        "UPDATE \(raw: table) SET n = n + 1 WHERE id = \(id)"
    }
}
