import PostgresClient
import Testing

// All at once: every test has a server of its own.
struct DoomedServerTests {
    @Test func `a server killed during calls gives clear errors within seconds`() async throws {
        try await DoomedServer.with { server in
            let alone = try await PostgresConnection.connect(server.configuration)
            let inside = try await PostgresConnection.connect(server.configuration)
            let idle = try await PostgresConnection.connect(server.configuration)
            try await alone.execute("CREATE TABLE kept (n bigint)")
            try await inside.execute("BEGIN")
            let insert: Query = "INSERT INTO kept SELECT 1 FROM pg_sleep(60)"
            let first = Task { try await alone.execute(insert) }
            let second = Task { try await inside.execute(insert) }
            try await waitUntilBusy(2, idle)
            let took = try await timed {
                server.kill()
                let doubtful = await #expect(throws: PostgresError.self) { try await first.value }
                #expect(doubtful?.kind == .inDoubt)
                let lost = await #expect(throws: PostgresError.self) { try await second.value }
                #expect(lost?.kind == .connection)
                try await untilItFails { try await idle.execute("SELECT 1") }
                let late = await #expect(throws: PostgresError.self) {
                    try await PostgresConnection.connect(server.configuration)
                }
                #expect(late?.kind == .connection)
            }
            #expect(took < .seconds(30))
            #expect(await alone.isBroken)
            #expect(await inside.isBroken)
            let again = try await PostgresConnection.connect(server.restart().configuration)
            #expect(try await again.execute("SELECT FROM kept").isEmpty)
        }
    }

    @Test func `a pool serves again once its killed server is back`() async throws {
        try await DoomedServer.with { server in
            let pool = ConnectionPool(server.configuration, options: .init(size: 2))
            _ = try await pool.withConnection { try await $0.execute("SELECT 1") }
            server.kill()
            let took = try await timed {
                try await untilItFails {
                    _ = try await pool.withConnection { try await $0.execute("SELECT 1") }
                }
            }
            #expect(took < .seconds(30))
            _ = try await server.restart()
            let answer = try await pool.withConnection { try await $0.execute("SELECT 1").count }
            #expect(answer == 1)
            await pool.close()
        }
    }

    @Test(arguments: [false, true])
    func `a server that stops answering leaves the call in doubt within seconds`(
        whole: Bool
    ) async throws {
        try await DoomedServer.with { server in
            let alone = try await PostgresConnection.connect(server.configuration)
            let inside = try await PostgresConnection.connect(server.configuration)
            try await inside.execute("BEGIN")
            var frozen = [
                Int32(await alone.backendProcess), Int32(await inside.backendProcess),
            ]
            if whole { frozen.append(server.postmaster) }
            server.freeze(frozen)
            defer { server.thaw(frozen) }
            let took = await timed {
                async let first = kindOfFailure {
                    try await alone.execute("SELECT 1", deadline: .milliseconds(500))
                }
                async let second = kindOfFailure {
                    try await inside.execute("SELECT 1", deadline: .milliseconds(500))
                }
                #expect(await first == .inDoubt)
                #expect(await second == .connection)
            }
            #expect(took < .seconds(30))
            #expect(await alone.isBroken)
            #expect(await inside.isBroken)
            guard whole else { return }
            let waited = await timed {
                let kind = await kindOfFailure {
                    _ = try await PostgresConnection.connect(server.configuration)
                }
                #expect(kind == .connection)
            }
            #expect(waited < .seconds(15))
        }
    }

    /// The last processes of a killed server take a moment to notice.
    private func untilItFails(_ call: () async throws -> Void) async throws {
        for _ in 0..<500 {
            do {
                try await call()
            } catch let error as PostgresError {
                #expect(error.kind == .connection || error.kind == .inDoubt)
                return
            }
            try await Task.sleep(for: .milliseconds(10))
        }
        Issue.record("calls on a killed server went on")
    }

    private func kindOfFailure(_ body: () async throws -> Void) async -> PostgresError.Kind? {
        let error = await #expect(throws: PostgresError.self) { try await body() }
        return error?.kind
    }

    /// Waits until so many other sessions of the server are at work.
    private func waitUntilBusy(_ count: Int, _ watcher: PostgresConnection) async throws {
        for _ in 0..<500 {
            let busy = try await watcher.execute(
                """
                SELECT FROM pg_stat_activity
                WHERE wait_event = 'PgSleep' AND pid <> pg_backend_pid()
                """
            )
            if busy.count == count { return }
            try await Task.sleep(for: .milliseconds(10))
        }
        Issue.record("the sessions never became busy")
    }
}
