import PostgresClient
import Testing

// One after the other, so that all suites together stay within the server's connections.
@Suite(.serialized)
struct ArrayTests {
    private func comesBack<Element>(
        _ values: [Element],
        _ connection: PostgresConnection
    ) async throws where Element: PostgresArrayElement & Equatable {
        let result = try await connection.execute("SELECT \(values)")
        let row = try #require(result.first)
        #expect(try row.decode([Element].self, at: 0) == values)
    }

    @Test func `arrays of every type come back`() async throws {
        let connection = try await TestDatabase.connect()
        try await comesBack([Int16.min, 0, .max], connection)
        try await comesBack([Int32.min, 0, .max], connection)
        try await comesBack([Int64.min, 0, .max], connection)
        try await comesBack([Int.min, 0, .max], connection)
        try await comesBack([true, false], connection)
        try await comesBack(["", "a,b", "{}", "\"", "NULL", "é\\"], connection)
        try await comesBack([[UInt8](), [0], [1, 2, 255]], connection)
        try await comesBack([PostgresDate(daysSince2000: -1), .infinity], connection)
        try await comesBack([PostgresTimestamp(microsecondsSince2000: -1), .infinity], connection)
        try await comesBack([PostgresJSON("1"), PostgresJSON("[]")], connection)
    }

    @Test func `arrays with NULLs come back`() async throws {
        let connection = try await TestDatabase.connect()
        try await comesBack([Int16?.none, 1], connection)
        try await comesBack([Int32?.none, 1], connection)
        try await comesBack([1, Int64?.none, 3], connection)
        try await comesBack([Int?.none, nil], connection)
        try await comesBack([Bool?.none, true], connection)
        try await comesBack(["", String?.none, "NULL"], connection)
        try await comesBack([[UInt8]?.none, []], connection)
        try await comesBack([PostgresDate?.none, .negativeInfinity], connection)
        try await comesBack([PostgresTimestamp?.none, .negativeInfinity], connection)
        try await comesBack([PostgresJSON?.none, PostgresJSON("{}")], connection)
    }

    @Test func `empty arrays are not NULL`() async throws {
        let connection = try await TestDatabase.connect()
        try await comesBack([Int64](), connection)
        try await comesBack([Int64?](), connection)
        try await comesBack([String](), connection)
        try await comesBack([[UInt8]](), connection)
        let result = try await connection.execute(
            "SELECT cardinality(\([PostgresDate]())), NULL::bigint[]"
        )
        let row = try #require(result.first)
        #expect(try row.decode(Int.self, at: 0) == 0)
        #expect(try row.decode([Int64]?.self, at: 1) == nil)
    }

    @Test func `a NULL element is refused where none is expected`() async throws {
        let connection = try await TestDatabase.connect()
        let result = try await connection.execute("SELECT ARRAY[1, NULL]::bigint[] AS cents")
        let error = #expect(throws: PostgresError.self) {
            try result.first?.decode([Int64].self, named: "cents")
        }
        #expect(error?.kind == .decoding && error?.column == "cents")
    }

    @Test func `an array of two dimensions is refused`() async throws {
        let connection = try await TestDatabase.connect()
        let result = try await connection.execute("SELECT ARRAY[[1, 2], [3, 4]]::bigint[]")
        #expect(throws: PostgresError.self) { try result.first?.decode([Int64].self, at: 0) }
    }

    @Test func `an array of another type is refused`() async throws {
        let connection = try await TestDatabase.connect()
        let result = try await connection.execute("SELECT ARRAY['a']::text[]")
        #expect(throws: PostgresError.self) { try result.first?.decode([Int64].self, at: 0) }
    }

    @Test func `a NUL in the middle of an array of texts is refused`() async throws {
        let connection = try await TestDatabase.connect()
        let error = await #expect(throws: PostgresError.self) {
            try await connection.execute("SELECT \(["a", "b\0", "c"])")
        }
        #expect(error?.kind == .encoding)
    }

    @Test func `a hundred thousand elements go out and come back quickly`() async throws {
        let connection = try await TestDatabase.connect()
        let numbers = (0..<100_000).map { Int64($0) &* 7_919 }
        let start = ContinuousClock.now
        let result = try await connection.execute(
            "SELECT \(numbers) AS numbers, (SELECT sum(n)::bigint FROM unnest(\(numbers)) n)"
        )
        let row = try #require(result.first)
        #expect(try row.decode([Int64].self, at: 0) == numbers)
        #expect(try row.decode(Int64.self, at: 1) == numbers.reduce(0, +))
        #expect(ContinuousClock.now - start < .seconds(20))
    }
}
