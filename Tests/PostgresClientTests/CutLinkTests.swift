import PostgresClient
import Testing

// One after the other, so that all suites together stay within the server's connections.
@Suite(.serialized)
struct CutLinkTests {
    /// Lends a link to the test server and what is needed to connect through it.
    private func withLink(
        _ body: (CuttableLink, PostgresConfiguration) async throws -> Void
    ) async throws {
        let direct = try await TestDatabase.connect()
        let result = try await direct.execute(
            """
            SELECT split_part(current_setting('unix_socket_directories'), ',', 1)
                   || '/.s.PGSQL.' || current_setting('port'),
                   current_user::text, current_database()::text
            """
        )
        let row = try #require(result.first)
        let link = try CuttableLink(toSocket: try row.decode(String.self, at: 0))
        link.start()
        defer { link.stop() }
        let user = try row.decode(String.self, at: 1)
        let database = try row.decode(String.self, at: 2)
        try await body(
            link,
            PostgresConfiguration(
                "host=127.0.0.1 port=\(link.port) sslmode=disable gssencmode=disable",
                user: user,
                database: database
            )
        )
    }

    @Test func `a call on a link that went silent ends soon after its deadline`() async throws {
        try await withLink { link, configuration in
            let connection = try await PostgresConnection.connect(configuration)
            try await connection.execute("SELECT 1")
            link.set(.stall)
            let took = await timed {
                let error = await #expect(throws: PostgresError.self) {
                    try await connection.execute("SELECT 1", deadline: .milliseconds(500))
                }
                #expect(error?.kind == .inDoubt)
            }
            #expect(took < .seconds(15))
            #expect(await connection.isBroken)
        }
    }

    @Test func `a call on a link that hangs up ends at once`() async throws {
        try await withLink { link, configuration in
            let connection = try await PostgresConnection.connect(configuration)
            let process = await connection.backendProcess
            let call = Task { try await connection.execute("SELECT pg_sleep(30)") }
            try await waitUntilBusy(process)
            let took = await timed {
                link.set(.cut)
                let error = await #expect(throws: PostgresError.self) { try await call.value }
                #expect(error?.kind == .inDoubt)
            }
            #expect(took < .seconds(15))
        }
    }

    @Test func `connecting through a silent link ends within seconds`() async throws {
        try await withLink { link, configuration in
            link.set(.stall)
            let took = await timed {
                let error = await #expect(throws: PostgresError.self) {
                    try await PostgresConnection.connect(configuration)
                }
                #expect(error?.kind == .connection)
            }
            #expect(took < .seconds(15))
        }
    }

    @Test(arguments: [false, true])
    func `a commit whose answer is lost is in doubt and settled by looking`(
        pipelined: Bool
    ) async throws {
        try await withTable("n bigint") { table, _ in
            try await withLink { link, configuration in
                let connection = try await PostgresConnection.connect(configuration)
                let insert: Query = "INSERT INTO \(raw: table) VALUES (1)"
                link.set(.loseAnswerToCommit)
                let error = await #expect(throws: PostgresError.self) {
                    if pipelined {
                        try await connection.pipeline(["BEGIN", insert])
                        try await connection.pipeline(["COMMIT", "BEGIN", insert])
                    } else {
                        try await connection.transaction { try await $0.execute(insert) }
                    }
                }
                #expect(error?.kind == .inDoubt)
                #expect(error?.isInDoubt == true)
                #expect(await connection.isBroken)
                try await expectRows(1, in: table)
            }
        }
    }

    @Test func `a link cut inside a transaction leaves nothing and no doubt`() async throws {
        try await withTable("n bigint") { table, _ in
            try await withLink { link, configuration in
                let connection = try await PostgresConnection.connect(configuration)
                let error = await #expect(throws: PostgresError.self) {
                    try await connection.transaction { connection in
                        try await connection.execute("INSERT INTO \(raw: table) VALUES (1)")
                        link.set(.cut)
                        try await connection.execute("SELECT pg_sleep(1)")
                    }
                }
                #expect(error?.kind == .connection)
                try await expectRows(0, in: table)
            }
        }
    }
}
