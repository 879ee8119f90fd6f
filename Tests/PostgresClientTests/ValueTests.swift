import PostgresClient
import Testing

// One after the other, so that all suites together stay within the server's connections.
@Suite(.serialized)
struct ValueTests {
    private func returned<Value: PostgresEncodable & PostgresDecodable>(
        _ value: Value,
        by connection: PostgresConnection
    ) async throws -> Value {
        let result = try await connection.execute("SELECT \(value) AS value")
        return try #require(result.first).decode(Value.self, named: "value")
    }

    @Test func `numbers and truth values come back at their extremes`() async throws {
        let connection = try await TestDatabase.connect()
        for value in [Int16.min, -1, 0, 1, .max] {
            #expect(try await returned(value, by: connection) == value)
        }
        for value in [Int32.min, -1, 0, 1, .max] {
            #expect(try await returned(value, by: connection) == value)
        }
        for value in [Int64.min, -1, 0, 1, .max] {
            #expect(try await returned(value, by: connection) == value)
            #expect(try await returned(Int(value), by: connection) == Int(value))
        }
        for value in [true, false] {
            #expect(try await returned(value, by: connection) == value)
        }
    }

    @Test func `the server reads what was bound as its own literals`() async throws {
        let connection = try await TestDatabase.connect()
        let result = try await connection.execute(
            """
            SELECT \(Int16(-2)) = -2, \(Int32(70_000)) = 70000,
                \(Int64(-5_000_000_000)) = -5000000000,
                \("né") = 'né', \([UInt8]([0, 255])) = '\\x00ff'::bytea,
                \(PostgresJSON("{\"a\": [1]}")) = '{"a":[1]}'::jsonb,
                \(PostgresDate(daysSince2000: 8_766)) = DATE '2024-01-01',
                \(PostgresTimestamp(microsecondsSince2000: -1))
                    = '1999-12-31 23:59:59.999999Z'::timestamptz,
                \([Int64?]([1, nil])) = ARRAY[1, NULL]::bigint[], \([String]()) = '{}'::text[],
                \(PostgresDate.infinity) = 'infinity'::date,
                \(PostgresTimestamp.negativeInfinity) = '-infinity'::timestamptz
            """
        )
        let row = try #require(result.first)
        for column in 0..<row.columnCount {
            #expect(try row.decode(Bool.self, at: column), "column \(column)")
        }
    }

    @Test func `dates and instants come back at their extremes`() async throws {
        let connection = try await TestDatabase.connect()
        for days: Int32 in [.min, -2_451_545, -1, 0, 8_766, 2_145_031_948, .max] {
            let date = PostgresDate(daysSince2000: days)
            #expect(try await returned(date, by: connection) == date)
        }
        for microseconds: Int64 in [.min, -1, 0, 1, 9_223_371_331_199_999_999, .max] {
            let instant = PostgresTimestamp(microsecondsSince2000: microseconds)
            #expect(try await returned(instant, by: connection) == instant)
        }
    }

    @Test func `NULL is nil and nothing else`() async throws {
        let connection = try await TestDatabase.connect()
        #expect(try await returned(Int64?.none, by: connection) == nil)
        #expect(try await returned(String?.none, by: connection) == nil)
        #expect(try await returned([UInt8]?.none, by: connection) == nil)
        #expect(try await returned([Int64]?.none, by: connection) == nil)
        #expect(try await returned(String?.some(""), by: connection) == "")
        #expect(try await returned([UInt8]?.some([]), by: connection) == [])
        #expect(try await returned(Int64?.some(0), by: connection) == 0)
    }

    @Test func `text and bytes of five megabytes come back whole`() async throws {
        let connection = try await TestDatabase.connect()
        let text = String(repeating: "Zürich €🪙\n'\"\\", count: 250_000)
        #expect(try await returned(text, by: connection) == text)
        let bytes = (0..<5_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        #expect(try await returned(bytes, by: connection) == bytes)
    }

    @Test func `text with a NUL is refused before it is sent`() async throws {
        let connection = try await TestDatabase.connect()
        let query: Query = "SELECT \(Int64(1)), \("ab\0c")"
        let error = await #expect(throws: PostgresError.self) {
            try await connection.execute(query)
        }
        #expect(error?.kind == .encoding)
        #expect(error?.message == "text holds a NUL at byte 2")
        let inStatement = await #expect(throws: PostgresError.self) {
            try await connection.execute(Query("SELECT 1; \0 DROP TABLE x"))
        }
        #expect(inStatement?.kind == .encoding)
        let inScript = await #expect(throws: PostgresError.self) {
            try await connection.runScript("SELECT 1; \0")
        }
        #expect(inScript?.kind == .encoding)
        #expect(try await connection.execute("SELECT 1").count == 1)
    }

    @Test(arguments: [
        ([0x61, 0xff], 1), ([0xc3], 0), ([0x61, 0x62, 0xed, 0xa0, 0x80], 2), ([0xc0, 0xaf], 0),
        ([0xe2, 0x82, 0xac, 0xf4, 0x90, 0x80, 0x80], 3),
    ])
    func `bytes that are not UTF-8 are refused at their offset`(bytes: [UInt8], offset: Int) {
        let error = #expect(throws: PostgresError.self) { try PostgresText(bytes: bytes) }
        #expect(error?.kind == .encoding)
        #expect(error?.message == "text is not UTF-8 at byte \(offset)")
    }

    @Test func `bytes that are text are bound as text`() async throws {
        let connection = try await TestDatabase.connect()
        let text = try PostgresText(bytes: Array("Grüße".utf8))
        let result = try await connection.execute("SELECT \(text)")
        #expect(try result.first?.decode(String.self, at: 0) == "Grüße")
        #expect(throws: PostgresError.self) { try PostgresText(bytes: [0x61, 0]) }
    }

    @Test func `JSON comes from jsonb and json`() async throws {
        let connection = try await TestDatabase.connect()
        let json = PostgresJSON(#"{"fund": "general", "cents": 1}"#)
        let result = try await connection.execute("SELECT \(json), \(json)::json, \([json])")
        let row = try #require(result.first)
        let expected = PostgresJSON(#"{"fund": "general", "cents": 1}"#)
        let read = try row.decode(PostgresJSON.self, at: 0)
        #expect(read.text.contains("\"cents\": 1"))
        #expect(try row.decode(PostgresJSON.self, at: 1).text.contains("general"))
        #expect(try row.decode([PostgresJSON].self, at: 2) == [read])
        #expect(expected.text.count == read.text.count)
        let error = await #expect(throws: PostgresError.self) {
            try await connection.execute("SELECT \(PostgresJSON("{no"))")
        }
        #expect(error?.sqlstate == "22P02")
    }

    @Test func `smaller numbers read as larger ones, never the other way`() async throws {
        let connection = try await TestDatabase.connect()
        let result = try await connection.execute("SELECT 1::int2 AS small, 2::int8 AS large")
        let row = try #require(result.first)
        #expect(try row.decode(Int64.self, named: "small") == 1)
        #expect(try row.decode(Int.self, named: "small") == 1)
        #expect(try row.decode(Int32.self, named: "small") == 1)
        let error = #expect(throws: PostgresError.self) {
            try row.decode(Int32.self, named: "large")
        }
        #expect(error?.kind == .decoding)
        #expect(error?.column == "large")
        #expect(error?.message == "column large was expected to be integer but is bigint")
    }

    @Test func `a NULL, an unknown column and a missing position are named`() async throws {
        let connection = try await TestDatabase.connect()
        let result = try await connection.execute("SELECT NULL::bigint AS cents, 1.5 AS rate")
        let row = try #require(result.first)
        let null = #expect(throws: PostgresError.self) {
            try row.decode(Int64.self, named: "cents")
        }
        #expect(null?.message == "column cents was expected to be bigint but is NULL")
        let numeric = #expect(throws: PostgresError.self) { try row.decode(Int64.self, at: 1) }
        #expect(numeric?.message == "column rate was expected to be bigint but is numeric")
        let unknown = #expect(throws: PostgresError.self) {
            try row.decode(Int64.self, named: "dollars")
        }
        #expect(unknown?.message == "no column dollars among cents, rate")
        let missing = #expect(throws: PostgresError.self) { try row.decode(Int64.self, at: 2) }
        #expect(missing?.kind == .decoding)
    }

    @Test func `raw bytes, types and names of columns are open to verification`() async throws {
        let connection = try await TestDatabase.connect()
        let result = try await connection.execute("SELECT 258::int4 AS n, NULL::text AS t")
        #expect(result.columnCount == 2)
        #expect(result.columnOID(at: 0) == 23)
        #expect(result.columnName(at: 1) == "t")
        #expect(result.commandTag == "SELECT 1")
        let row = try #require(result.first)
        #expect(row.bytes(at: 0) == [0, 0, 1, 2])
        #expect(row.bytes(at: 1) == nil)
    }
}
