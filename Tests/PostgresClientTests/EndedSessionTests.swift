import PostgresClient
import Testing

// One after the other, so that all suites together stay within the server's connections.
@Suite(.serialized)
struct EndedSessionTests {
    @Test func `an idle session that the server ended was not in doubt`() async throws {
        let connection = try await TestDatabase.connect()
        let watcher = try await TestDatabase.connect()
        let process = Int32(await connection.backendProcess)
        try await watcher.execute("SELECT pg_terminate_backend(\(process), 5000)")
        let error = await #expect(throws: PostgresError.self) {
            try await connection.execute("SELECT 1")
        }
        #expect(error?.kind == .connection)
    }

    @Test func `a session ended during a call is in doubt and keeps its SQLSTATE`() async throws {
        let connection = try await TestDatabase.connect()
        let watcher = try await TestDatabase.connect()
        let process = Int32(await connection.backendProcess)
        let call = Task { try await connection.execute("SELECT pg_sleep(60)") }
        try await waitUntilBusy(Int(process))
        try await watcher.execute("SELECT pg_terminate_backend(\(process), 5000)")
        let error = await #expect(throws: PostgresError.self) { try await call.value }
        #expect(error?.kind == .inDoubt)
        #expect(error?.sqlstate == "57P01")
    }
}
