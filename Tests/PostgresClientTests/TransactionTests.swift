import PostgresClient
import Synchronization
import Testing

// One after the other, so that all suites together stay within the server's connections.
@Suite(.serialized)
struct TransactionTests {
    private struct Refusal: Error, Equatable {}

    @Test func `what a transaction did is seen by others once it returns`() async throws {
        try await withTable("n bigint") { table, connection in
            let answer = try await connection.transaction { connection in
                try await connection.execute("INSERT INTO \(raw: table) VALUES (1)")
                return try await rowsSeenByOthers(in: table)
            }
            #expect(answer == 0)
            try await expectRows(1, in: table)
            #expect(await connection.transactionStatus == .idle)
        }
    }

    @Test func `an error of the body passes through and leaves nothing`() async throws {
        try await withTable("n bigint") { table, connection in
            await #expect(throws: Refusal()) {
                try await connection.transaction { connection in
                    try await connection.execute("INSERT INTO \(raw: table) VALUES (1)")
                    throw Refusal()
                }
            }
            try await expectRows(0, in: table)
            #expect(await connection.transactionStatus == .idle)
        }
    }

    @Test func `a commit that answers ROLLBACK is not a commit`() async throws {
        try await withTable("n bigint") { table, connection in
            let error = await #expect(throws: PostgresError.self) {
                try await connection.transaction { connection in
                    try await connection.execute("INSERT INTO \(raw: table) VALUES (1)")
                    _ = try? await connection.execute("SELECT 1 / 0")
                }
            }
            #expect(error?.kind == .commitNotAcknowledged)
            #expect(error?.message == "the server answered ROLLBACK to COMMIT")
            try await expectRows(0, in: table)
            #expect(try await connection.execute("SELECT 1").count == 1)
        }
    }

    @Test func `a warning that comes with the commit means not acknowledged`() async throws {
        try await withTable("n bigint") { table, connection in
            try await deferTrigger(on: table, connection, "RAISE WARNING 'a standby is lost'")
            let error = await #expect(throws: PostgresError.self) {
                try await connection.transaction { connection in
                    try await connection.execute("INSERT INTO \(raw: table) VALUES (1)")
                }
            }
            #expect(error?.kind == .commitNotAcknowledged)
            #expect(error?.message == "a standby is lost")
            #expect(error?.isInDoubt == true)
        }
    }

    @Test func `a warning inside the body does not spoil the commit`() async throws {
        try await withTable("n bigint") { table, connection in
            try await connection.transaction { connection in
                try await connection.runScript("DO $$BEGIN RAISE WARNING 'early'; END$$")
                try await connection.execute("INSERT INTO \(raw: table) VALUES (1)")
            }
            try await expectRows(1, in: table)
        }
    }

    @Test func `a role that hides warnings cannot hide them from the commit`() async throws {
        try await withTable("n bigint") { table, connection in
            try await connection.runScript("SET client_min_messages = error; RESET ALL")
            try await deferTrigger(on: table, connection, "RAISE WARNING 'still heard'")
            let error = await #expect(throws: PostgresError.self) {
                try await connection.transaction { connection in
                    try await connection.execute("INSERT INTO \(raw: table) VALUES (1)")
                }
            }
            #expect(error?.kind == .commitNotAcknowledged)
        }
    }

    @Test func `a refusal at the commit is a refusal with its SQLSTATE`() async throws {
        try await withTable("n bigint") { table, connection in
            try await deferTrigger(
                on: table,
                connection,
                "RAISE SQLSTATE 'LG001' USING MESSAGE = 'unbalanced'"
            )
            let error = await #expect(throws: PostgresError.self) {
                try await connection.transaction { connection in
                    try await connection.execute("INSERT INTO \(raw: table) VALUES (1)")
                }
            }
            #expect(error?.kind == .server(sqlstate: "LG001"))
            try await expectRows(0, in: table)
        }
    }

    @Test func `a body that ends its transaction itself is not acknowledged`() async throws {
        let connection = try await TestDatabase.connect()
        let error = await #expect(throws: PostgresError.self) {
            try await connection.transaction { try await $0.execute("COMMIT") }
        }
        #expect(error?.kind == .commitNotAcknowledged)
    }

    @Test func `isolation and read-only reach the server`() async throws {
        let connection = try await TestDatabase.connect()
        let options = TransactionOptions(isolation: .serializable, readOnly: true)
        let seen = try await connection.transaction(options) { connection in
            let result = try await connection.execute(
                """
                SELECT current_setting('transaction_isolation'),
                       current_setting('transaction_read_only')
                """
            )
            return try result.map {
                [try $0.decode(String.self, at: 0), try $0.decode(String.self, at: 1)]
            }
        }
        #expect(seen == [["serializable", "on"]])
    }

    @Test func `a transaction inside a transaction is refused`() async throws {
        let connection = try await TestDatabase.connect()
        let error = await #expect(throws: PostgresError.self) {
            try await connection.transaction { connection in
                try await connection.transaction { _ in }
            }
        }
        #expect(error?.kind == .protocol)
        #expect(await connection.transactionStatus == .idle)
    }

    @Test func `a cancelled task rolls back`() async throws {
        try await withTable("n bigint") { table, connection in
            let process = await connection.backendProcess
            let task = Task {
                try await connection.transaction { connection in
                    try await connection.execute("INSERT INTO \(raw: table) VALUES (1)")
                    try await connection.execute("SELECT pg_sleep(30)")
                }
            }
            try await waitUntilBusy(process)
            task.cancel()
            let error = await #expect(throws: PostgresError.self) { try await task.value }
            #expect(error?.kind == .cancelled)
            try await expectRows(0, in: table)
            #expect(await connection.transactionStatus == .idle)
        }
    }

    private func deferTrigger(
        on table: String,
        _ connection: PostgresConnection,
        _ statement: String
    ) async throws {
        try await connection.runScript(
            """
            CREATE FUNCTION pg_temp.\(table)() RETURNS trigger LANGUAGE plpgsql AS
            $$BEGIN \(statement); RETURN NULL; END$$;
            CREATE CONSTRAINT TRIGGER late AFTER INSERT ON \(table)
            DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION pg_temp.\(table)()
            """
        )
    }
}
