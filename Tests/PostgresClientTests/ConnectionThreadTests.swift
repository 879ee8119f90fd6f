import Foundation
import PostgresClient
import Synchronization
import Testing

// One after the other, so that all suites together stay within the server's connections.
@Suite(.serialized)
struct ConnectionThreadTests {
    private let say = "DO $$BEGIN RAISE NOTICE 'heard'; END$$"

    @Test func `every kind of call runs on the one thread of the connection`() async throws {
        let connection = try await TestDatabase.connect()
        let threads = Mutex<[pthread_t]>([])
        let note: @Sendable () -> Void = { threads.withLock { $0.append(pthread_self()) } }
        await connection.onNotice { _ in note() }
        let query = Query(say)
        for _ in 0..<10 {
            try await connection.execute(query)
            try await connection.runScript(say)
            try await connection.pipeline([query])
            try await connection.transaction { try await $0.execute(query) }
            try await connection.stream("SELECT 1") { _ in note() }
            try await connection.copyOut("COPY (SELECT 1) TO STDOUT") { _ in note() }
        }
        let seen = threads.withLock { $0 }
        #expect(seen.count == 60)
        #expect(Set(seen).count == 1)
        #expect(!seen.contains(pthread_self()))
    }

    @Test func `more sleeping calls than processors leave room for others`() async throws {
        let count = min(ProcessInfo.processInfo.activeProcessorCount + 1, 16)
        let connections = try await connect(count)
        // Asked before, since a connection at work answers nothing else.
        var processes: [Int] = []
        for connection in connections { processes.append(await connection.backendProcess) }
        let free = try await TestDatabase.connect()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for connection in connections {
                group.addTask { try await connection.execute("SELECT pg_sleep(60)") }
            }
            for process in processes { try await waitUntilBusy(process) }
            let took = try await timed { try await free.execute("SELECT 1") }
            #expect(took < .seconds(15))
            group.cancelAll()
            while let outcome = await group.nextResult() {
                #expect(throws: PostgresError.self) { try outcome.get() }
            }
        }
    }

    @Test func `calls made at once on one connection run one after the other`() async throws {
        let connection = try await TestDatabase.connect()
        try await withThrowingTaskGroup(of: Int64?.self) { group in
            for number in 0..<20 {
                group.addTask {
                    let result = try await connection.execute(
                        "SELECT \(Int64(number)), pg_sleep(0.01)"
                    )
                    return try result.first?.decode(Int64.self, at: 0)
                }
            }
            var numbers = Set<Int64>()
            for try await number in group { numbers.insert(try #require(number)) }
            #expect(numbers == Set(0..<20))
        }
    }

    private func connect(_ count: Int) async throws -> [PostgresConnection] {
        var connections: [PostgresConnection] = []
        for _ in 0..<count { connections.append(try await TestDatabase.connect()) }
        return connections
    }
}
