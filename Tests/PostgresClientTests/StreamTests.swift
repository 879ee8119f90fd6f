import Foundation
import PostgresClient
import Synchronization
import Testing

// One after the other, so that all suites together stay within the server's connections.
@Suite(.serialized)
struct StreamTests {
    private struct Enough: Error, Equatable {}

    @Test func `a million rows pass in flat memory`() async throws {
        let connection = try await TestDatabase.connect()
        let sum = Mutex<Int64>(0)
        try Data("5".utf8).write(to: URL(filePath: "/proc/self/clear_refs"))
        let before = try peakKilobytes()
        let count = try await connection.stream(
            "SELECT n, repeat('x', 250) FROM generate_series(1, 1000000) n"
        ) { row in
            let number = try row.decode(Int64.self, at: 0)
            sum.withLock { $0 += number }
        }
        #expect(count == 1_000_000)
        #expect(sum.withLock { $0 } == 500_000_500_000)
        // 300 megabytes passed; the tests that run beside this one need some memory too.
        #expect(try peakKilobytes() - before < 150_000)
    }

    @Test func `an error of the closure stops the query and comes out as it is`() async throws {
        let connection = try await TestDatabase.connect()
        let seen = Mutex(0)
        let took = await timed {
            await #expect(throws: Enough()) {
                try await connection.stream(
                    "SELECT generate_series(1, 2000000000)"
                ) { _ in
                    seen.withLock { $0 += 1 }
                    if seen.withLock({ $0 }) == 10 { throw Enough() }
                }
            }
        }
        #expect(seen.withLock { $0 } == 10)
        #expect(took < .seconds(15))
        #expect(try await connection.execute("SELECT 1").count == 1)
    }

    @Test func `an error in the middle of a stream is thrown with its SQLSTATE`() async throws {
        let connection = try await TestDatabase.connect()
        let seen = Mutex(0)
        let error = await #expect(throws: PostgresError.self) {
            try await connection.stream("SELECT 1 / (3 - n) FROM generate_series(1, 5) n") { _ in
                seen.withLock { $0 += 1 }
            }
        }
        #expect(error?.sqlstate == "22012")
        #expect(seen.withLock { $0 } == 2)
        #expect(try await connection.execute("SELECT 1").count == 1)
    }

    @Test func `the deadline of a stream bounds silence, not length`() async throws {
        let connection = try await TestDatabase.connect()
        let count = try await connection.stream(
            "SELECT repeat('x', 20000), pg_sleep(0.1) FROM generate_series(1, 12)",
            deadline: .milliseconds(800)
        ) { _ in }
        #expect(count == 12)
        let error = await #expect(throws: PostgresError.self) {
            try await connection.stream("SELECT pg_sleep(20)", deadline: .milliseconds(200)) { _ in
            }
        }
        #expect(error?.kind == .deadline)
    }

    @Test func `a stream inside a transaction may keep its own state`() async throws {
        let connection = try await TestDatabase.connect()
        let numbers = try await connection.transaction { connection in
            var numbers: [Int] = []
            try await connection.stream("SELECT n::bigint FROM generate_series(1, 4) n") { row in
                numbers.append(try row.decode(Int.self, at: 0))
            }
            return numbers
        }
        #expect(numbers == [1, 2, 3, 4])
    }

    private func peakKilobytes() throws -> Int {
        let status = try String(contentsOf: URL(filePath: "/proc/self/status"), encoding: .utf8)
        let line = try #require(status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") })
        return try #require(Int(line.filter(\.isNumber)))
    }
}
