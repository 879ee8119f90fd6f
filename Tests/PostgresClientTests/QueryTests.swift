import PostgresClient
import Testing

// One after the other, so that all suites together stay within the server's connections.
@Suite(.serialized)
struct QueryTests {
    @Test func `interpolated values become numbered binds`() {
        let query: Query = "SELECT a FROM t WHERE b = \(Int64(1)) AND c = \("x; DROP TABLE t")"
        #expect(query.text == "SELECT a FROM t WHERE b = $1 AND c = $2")
    }

    @Test func `only the raw way puts text into the statement`() {
        let query: Query = "SELECT \(raw: "a, b") FROM t WHERE c = \(true)"
        #expect(query.text == "SELECT a, b FROM t WHERE c = $1")
    }

    @Test func `a text with a list of binds runs as written`() async throws {
        let connection = try await TestDatabase.connect()
        let query = Query("SELECT $2::bigint, $1::text", ["one", Int64(2)], name: "pair")
        #expect(query.name == "pair")
        let row = try #require(try await connection.execute(query).first)
        #expect(try row.decode(Int64.self, at: 0) == 2)
        #expect(try row.decode(String.self, at: 1) == "one")
    }

    @Test(arguments: [
        "'; DROP TABLE victim; --", "' OR '1'='1", "\\'; SELECT pg_sleep(9); --", "$1", "$$",
        "\u{2019}; DROP TABLE victim", "Robert\"); DROP TABLE victim;--", "%s%n", "E'\\x27'",
    ])
    func `an attempt at injection is stored as the text that it is`(text: String) async throws {
        let connection = try await TestDatabase.connect()
        try await connection.runScript("CREATE TEMP TABLE victim (name text)")
        try await connection.execute("INSERT INTO victim VALUES (\(text))")
        let result = try await connection.execute("SELECT name FROM victim WHERE name = \(text)")
        #expect(try result.map { try $0.decode(String.self, at: 0) } == [text])
    }

    @Test func `a second statement is refused outside of scripts`() async throws {
        let connection = try await TestDatabase.connect()
        let error = await #expect(throws: PostgresError.self) {
            try await connection.execute("SELECT 1; SELECT 2")
        }
        #expect(error?.sqlstate == "42601")
    }

    @Test func `a script runs many statements and stops at the first refusal`() async throws {
        let connection = try await TestDatabase.connect()
        try await connection.runScript(
            "CREATE TEMP TABLE s (n bigint); INSERT INTO s VALUES (1); INSERT INTO s VALUES (2)"
        )
        let error = await #expect(throws: PostgresError.self) {
            try await connection.runScript("INSERT INTO s VALUES (3); SELECT 1/0; SELECT 2")
        }
        #expect(error?.sqlstate == "22012")
        #expect(try await connection.execute("SELECT n FROM s").count == 2)
    }
}
