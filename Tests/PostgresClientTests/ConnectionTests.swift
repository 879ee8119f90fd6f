import Foundation
import PostgresClient
import Synchronization
import Testing

// One after the other, so that all suites together stay within the server's connections.
@Suite(.serialized)
struct ConnectionTests {
    @Test func `a session speaks UTC, ISO dates and UTF-8 and carries its name`() async throws {
        let connection = try await TestDatabase.connect()
        let row = try #require(
            try await connection.execute(
                """
                SELECT current_setting('TimeZone'), current_setting('DateStyle'),
                       current_setting('client_encoding'), current_setting('application_name')
                """
            ).first
        )
        #expect(try row.decode(String.self, at: 0) == "UTC")
        #expect(try row.decode(String.self, at: 1).hasPrefix("ISO"))
        #expect(try row.decode(String.self, at: 2) == "UTF8")
        #expect(try row.decode(String.self, at: 3) == "redress tests")
        #expect(await connection.serverVersion >= 150_000)
        #expect(PostgresConnection.libraryVersion >= 150_000)
        #expect(await connection.transactionStatus == .idle)
    }

    @Test func `RESET ALL keeps the settings of the client`() async throws {
        let connection = try await TestDatabase.connect()
        try await connection.runScript("SET TimeZone = 'Asia/Tokyo'; RESET ALL")
        let result = try await connection.execute("SELECT current_setting('TimeZone')")
        #expect(try result.first?.decode(String.self, at: 0) == "UTC")
    }

    @Test func `a closed connection refuses calls`() async throws {
        let connection = try await TestDatabase.connect()
        await connection.close()
        #expect(await connection.isBroken)
        let error = await #expect(throws: PostgresError.self) {
            try await connection.execute("SELECT 1")
        }
        #expect(error?.kind == .connection)
    }

    @Test func `a wrong connection string does not show itself in the error`() async {
        let error = await #expect(throws: PostgresError.self) {
            try await PostgresConnection.connect(
                PostgresConfiguration("password=hunter2 nonsense=1")
            )
        }
        #expect(error?.kind == .connection)
        #expect(error.map { !"\($0)".contains("hunter2") } == true)
    }

    @Test func `nobody listening is an error at once`() async {
        let error = await #expect(throws: PostgresError.self) {
            try await PostgresConnection.connect(
                PostgresConfiguration("host=/nonexistent port=1 dbname=x user=x")
            )
        }
        #expect(error?.kind == .connection)
    }

    @Test func `connections that nobody holds leave the server`() async throws {
        let watcher = try await TestDatabase.connect()
        let process: Int
        do {
            let connection = try await TestDatabase.connect()
            process = await connection.backendProcess
        }
        var present = true
        for _ in 0..<100 where present {
            let result = try await watcher.execute(
                "SELECT 1 FROM pg_stat_activity WHERE pid = \(Int32(process))"
            )
            present = !result.isEmpty
            if present { try await Task.sleep(for: .milliseconds(20)) }
        }
        #expect(!present)
    }

    @Test func `a notice reaches the handler with its severity and SQLSTATE`() async throws {
        let connection = try await TestDatabase.connect()
        let notices = Mutex<[PostgresNotice]>([])
        await connection.onNotice { notice in notices.withLock { $0.append(notice) } }
        try await connection.runScript(
            """
            DO $$BEGIN
                RAISE NOTICE 'first' USING DETAIL = 'more', HINT = 'try';
                RAISE WARNING SQLSTATE '01LG1' USING MESSAGE = 'second';
            END$$
            """
        )
        let seen = notices.withLock { $0 }
        #expect(seen.map(\.message) == ["first", "second"])
        #expect(seen.map(\.severity) == ["NOTICE", "WARNING"])
        #expect(seen.first?.detail == "more" && seen.first?.hint == "try")
        #expect(seen.last?.sqlstate == "01LG1" && seen.last?.isWarning == true)
    }

    @Test func `errors carry SQLSTATE, detail, hint and constraint but no bound value`()
        async throws
    {
        let connection = try await TestDatabase.connect()
        try await connection.runScript(
            "CREATE TEMP TABLE coin (face bigint CONSTRAINT face_is_positive CHECK (face > 0))"
        )
        let refused = await #expect(throws: PostgresError.self) {
            try await connection.execute(
                Query("INSERT INTO coin VALUES (\(-4321))").named("mint a coin")
            )
        }
        #expect(refused?.kind == .server(sqlstate: "23514"))
        #expect(refused?.sqlstate == "23514")
        #expect(refused?.constraint == "face_is_positive")
        #expect(refused?.table == "coin")
        #expect(refused?.queryName == "mint a coin")
        let raised = await #expect(throws: PostgresError.self) {
            try await connection.runScript(
                """
                DO $$BEGIN RAISE SQLSTATE 'LG001'
                USING MESSAGE = 'no', DETAIL = 'why', HINT = 'how'; END$$
                """
            )
        }
        #expect(raised?.sqlstate == "LG001")
        #expect(raised?.message == "no" && raised?.detail == "why" && raised?.hint == "how")
    }
}
