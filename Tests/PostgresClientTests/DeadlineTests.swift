import PostgresClient
import Testing

// One after the other, so that all suites together stay within the server's connections.
@Suite(.serialized)
struct DeadlineTests {
    @Test func `a call ends at its deadline while the server sleeps`() async throws {
        let connection = try await TestDatabase.connect()
        let took = await timed {
            let error = await #expect(throws: PostgresError.self) {
                try await connection.execute("SELECT pg_sleep(30)", deadline: .milliseconds(300))
            }
            #expect(error?.kind == .deadline)
            #expect(error?.sqlstate == "57014")
        }
        #expect(took < .seconds(15))
        #expect(await !connection.isBroken)
        #expect(try await connection.execute("SELECT 1").count == 1)
    }

    @Test func `the deadline of the configuration holds where a call names none`() async throws {
        let connection = try await PostgresConnection.connect(
            TestDatabase.configuration(callDeadline: .milliseconds(300))
        )
        let error = await #expect(throws: PostgresError.self) {
            try await connection.runScript("SELECT pg_sleep(30)")
        }
        #expect(error?.kind == .deadline)
    }

    @Test func `a call is cancelled from elsewhere while the server sleeps`() async throws {
        let connection = try await TestDatabase.connect()
        let process = await connection.backendProcess
        let call = Task { try await connection.execute("SELECT pg_sleep(30)") }
        try await waitUntilBusy(process)
        let took = await timed {
            connection.cancel()
            let error = await #expect(throws: PostgresError.self) { try await call.value }
            #expect(error?.kind == .cancelled)
        }
        #expect(took < .seconds(15))
        #expect(try await connection.execute("SELECT 1").count == 1)
    }

    @Test func `a cancel between calls does not hit the next call`() async throws {
        let connection = try await TestDatabase.connect()
        for _ in 0..<50 {
            connection.cancel()
            let result = try await connection.execute("SELECT pg_sleep(0.002)")
            #expect(result.count == 1)
        }
    }

    @Test func `a cancel that comes too late leaves the next call alone`() async throws {
        let connection = try await TestDatabase.connect()
        for number in 0..<60 {
            let call = Task { try await connection.execute("SELECT pg_sleep(0.003)") }
            try await Task.sleep(for: .microseconds(2_500 + number * 50))
            connection.cancel()
            _ = await call.result
            let next = try await connection.execute("SELECT pg_sleep(0.002)")
            #expect(next.count == 1)
        }
    }

    @Test func `a cancelled task sends nothing`() async throws {
        try await withTable("n bigint") { table, connection in
            let call = Task {
                try? await Task.sleep(for: .seconds(20))
                return try await connection.execute("INSERT INTO \(raw: table) VALUES (1)")
            }
            call.cancel()
            let error = await #expect(throws: PostgresError.self) { try await call.value }
            #expect(error?.kind == .cancelled)
            try await expectRows(0, in: table)
        }
    }

    @Test func `a timeout of the server keeps its own SQLSTATE`() async throws {
        let connection = try await TestDatabase.connect()
        try await connection.runScript("SET statement_timeout = '100ms'")
        let error = await #expect(throws: PostgresError.self) {
            try await connection.execute("SELECT pg_sleep(30)")
        }
        #expect(error?.kind == .server(sqlstate: "57014"))
    }
}
