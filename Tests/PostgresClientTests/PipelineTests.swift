import PostgresClient
import Testing

// One after the other, so that all suites together stay within the server's connections.
@Suite(.serialized)
struct PipelineTests {
    @Test(arguments: [false, true])
    func `results come in the order of the queries`(prepared: Bool) async throws {
        let connection = try await TestDatabase.connect()
        for _ in 0..<2 {
            let queries = (0..<2_000).map { number -> Query in
                "SELECT \(Int64(number)), \(String(repeating: "x", count: 200))"
            }
            let results = try await connection.pipeline(queries, prepared: prepared)
            let numbers = try results.map { try $0.first?.decode(Int64.self, at: 0) }
            #expect(numbers == (0..<2_000).map { Int64($0) })
        }
        #expect(try await connection.pipeline([]).isEmpty)
    }

    @Test(arguments: [false, true])
    func `an error in the middle stops the rest and keeps nothing`(prepared: Bool) async throws {
        try await withTable("n bigint") { table, connection in
            let error = await #expect(throws: PostgresError.self) {
                try await connection.pipeline(
                    [
                        "INSERT INTO \(raw: table) VALUES (1)",
                        Query("SELECT 1 / \(Int64(0))").named("the bad one"),
                        "INSERT INTO \(raw: table) VALUES (2)",
                    ],
                    prepared: prepared
                )
            }
            #expect(error?.sqlstate == "22012")
            #expect(error?.pipelineIndex == 1)
            #expect(error?.queryName == "the bad one")
            try await expectRows(0, in: table)
            let again = try await connection.pipeline(
                ["INSERT INTO \(raw: table) VALUES (2)", "SELECT 1"],
                prepared: prepared
            )
            #expect(again.map(\.commandTag) == ["INSERT 0 1", "SELECT 1"])
            try await expectRows(1, in: table)
        }
    }

    @Test func `a value that cannot be sent stops the pipeline before it starts`() async throws {
        try await withTable("n bigint") { table, connection in
            let unsendable: Query = "SELECT \("a\0")"
            let insert: Query = "INSERT INTO \(raw: table) VALUES (1)"
            let error = await #expect(throws: PostgresError.self) {
                try await connection.pipeline([insert, unsendable])
            }
            #expect(error?.kind == .encoding)
            try await expectRows(0, in: table)
            #expect(try await connection.execute("SELECT 1").count == 1)
        }
    }

    @Test func `commit, begin and the next query share one round trip`() async throws {
        try await withTable("n bigint") { table, connection in
            let insert: Query = "INSERT INTO \(raw: table) VALUES (1)"
            try await connection.pipeline(["BEGIN", insert])
            for _ in 0..<3 {
                let results = try await connection.pipeline(["COMMIT", "BEGIN", insert])
                #expect(results.map(\.commandTag) == ["COMMIT", "BEGIN", "INSERT 0 1"])
            }
            try await expectRows(3, in: table)
            try await connection.pipeline(["ROLLBACK"])
            try await expectRows(3, in: table)
        }
    }

    @Test func `a commit in a pipeline that answers ROLLBACK is not a commit`() async throws {
        try await withTable("n bigint") { table, connection in
            let insert: Query = "INSERT INTO \(raw: table) VALUES (1)"
            try await connection.pipeline(["BEGIN", insert])
            await #expect(throws: PostgresError.self) {
                try await connection.execute("SELECT 1 / 0")
            }
            let error = await #expect(throws: PostgresError.self) {
                try await connection.pipeline(["COMMIT", "BEGIN", insert])
            }
            #expect(error?.kind == .commitNotAcknowledged)
            #expect(error?.pipelineIndex == 0)
            #expect(await connection.transactionStatus == .idle)
            try await expectRows(0, in: table)
        }
    }

    @Test func `an error behind a commit says that the commit was answered`() async throws {
        try await withTable("n bigint") { table, connection in
            try await connection.pipeline(["BEGIN", "INSERT INTO \(raw: table) VALUES (1)"])
            let error = await #expect(throws: PostgresError.self) {
                try await connection.pipeline(["COMMIT", "BEGIN", "SELECT 1 / 0"])
            }
            #expect(error?.sqlstate == "22012")
            #expect(error?.pipelineIndex == 2)
            try await expectRows(1, in: table)
            try await connection.execute("ROLLBACK")
            #expect(await connection.transactionStatus == .idle)
        }
    }

    @Test func `a warning with a commit in a pipeline is charged to that commit`() async throws {
        let connection = try await TestDatabase.connect()
        let error = await #expect(throws: PostgresError.self) {
            try await connection.pipeline(["SELECT 1", "COMMIT", "BEGIN"])
        }
        #expect(error?.kind == .commitNotAcknowledged)
        #expect(error?.pipelineIndex == 1)
        try await connection.runScript(
            "CREATE FUNCTION pg_temp.warn() RETURNS int LANGUAGE plpgsql AS "
                + "$$BEGIN RAISE WARNING 'w'; RETURN 1; END$$"
        )
        let results = try await connection.pipeline(
            ["BEGIN", "SELECT pg_temp.warn()", "COMMIT", "SELECT pg_temp.warn()"])
        #expect(results.count == 4)
    }

    @Test func `a deadline stops a pipeline`() async throws {
        let connection = try await TestDatabase.connect()
        let error = await #expect(throws: PostgresError.self) {
            try await connection.pipeline(
                ["SELECT 1", "SELECT pg_sleep(30)", "SELECT 2"],
                deadline: .milliseconds(300)
            )
        }
        #expect(error?.kind == .deadline)
        #expect(try await connection.pipeline(["SELECT 1", "SELECT 2"]).count == 2)
    }
}
