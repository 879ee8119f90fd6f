import PostgresClient
import Synchronization
import Testing

// One after the other, so that all suites together stay within the server's connections.
@Suite(.serialized)
struct CopyTests {
    private struct Stopped: Error, Equatable {}

    /// Hands out pieces one by one.
    private final class Pieces: Sendable {
        private let rest: Mutex<[[UInt8]]>

        init(_ pieces: [[UInt8]]) { rest = Mutex(pieces.reversed()) }

        func next() -> [UInt8]? { rest.withLock { $0.popLast() } }
    }

    @Test func `what is copied in comes out again`() async throws {
        try await withTable("n bigint, t text") { table, connection in
            let lines = (0..<50_000).map { "\($0),line \($0) é\n" }
            let text = Array(lines.joined().utf8)
            // Pieces need not end where lines end.
            let pieces = Pieces(
                stride(from: 0, to: text.count, by: 7_777).map {
                    Array(text[$0..<min($0 + 7_777, text.count)])
                }
            )
            let stored = try await connection.copyIn("COPY \(table) FROM STDIN (FORMAT csv)") {
                pieces.next()
            }
            #expect(stored == 50_000)
            let output = Mutex<[UInt8]>([])
            let read = try await connection.copyOut(
                "COPY (SELECT * FROM \(table) ORDER BY n) TO STDOUT (FORMAT csv)"
            ) { piece in
                output.withLock { $0 += piece }
            }
            #expect(read == 50_000)
            #expect(output.withLock { $0 } == text)
        }
    }

    @Test func `a bad line is refused with its SQLSTATE and nothing is stored`() async throws {
        try await withTable("n bigint") { table, connection in
            for count in [1, 20_000] {
                let pieces = Pieces(
                    [Array("1\nnonsense\n".utf8)]
                        + Array(repeating: Array("2\n".utf8), count: count)
                )
                let error = await #expect(throws: PostgresError.self) {
                    try await connection.copyIn("COPY \(table) FROM STDIN") { pieces.next() }
                }
                #expect(error?.sqlstate == "22P02")
                try await expectRows(0, in: table)
            }
            try await connection.execute("SELECT 1")
        }
    }

    @Test func `bytes that are not UTF-8 are refused by COPY`() async throws {
        try await withTable("t text") { table, connection in
            let pieces = Pieces([[0x61, 0xff, 0x0a]])
            let error = await #expect(throws: PostgresError.self) {
                try await connection.copyIn("COPY \(table) FROM STDIN") { pieces.next() }
            }
            #expect(error?.sqlstate == "22021")
            try await expectRows(0, in: table)
        }
    }

    @Test func `a source that fails stores nothing and its error comes out`() async throws {
        try await withTable("n bigint") { table, connection in
            let pieces = Pieces([Array("1\n".utf8)])
            await #expect(throws: Stopped()) {
                try await connection.copyIn("COPY \(table) FROM STDIN") {
                    guard let piece = pieces.next() else { throw Stopped() }
                    return piece
                }
            }
            try await expectRows(0, in: table)
            try await connection.execute("SELECT 1")
        }
    }

    @Test func `a reader that fails stops the COPY and its error comes out`() async throws {
        let connection = try await TestDatabase.connect()
        await #expect(throws: Stopped()) {
            try await connection.copyOut(
                "COPY (SELECT generate_series(1, 2000000000)) TO STDOUT"
            ) { _ in
                throw Stopped()
            }
        }
        #expect(try await connection.execute("SELECT 1").count == 1)
    }

    @Test func `COPY and other statements are not mistaken for each other`() async throws {
        try await withTable("n bigint") { table, connection in
            let statements = ["COPY \(table) FROM STDIN", "COPY \(table) TO STDOUT"]
            for statement in statements {
                let error = await #expect(throws: PostgresError.self) {
                    try await connection.execute(Query(statement))
                }
                #expect(error?.kind == .protocol)
            }
            let select = await #expect(throws: PostgresError.self) {
                try await connection.copyIn("SELECT 1") { nil }
            }
            #expect(select?.kind == .protocol)
            let missing = await #expect(throws: PostgresError.self) {
                try await connection.copyOut("COPY nowhere TO STDOUT") { _ in }
            }
            #expect(missing?.sqlstate == "42P01")
            try await connection.execute("SELECT 1")
        }
    }
}
