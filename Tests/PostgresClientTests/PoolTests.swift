import PostgresClient
import Synchronization
import Testing

// One after the other, so that all suites together stay within the server's connections.
@Suite(.serialized)
struct PoolTests {
    private func pool(
        size: Int,
        waiters: Int = 64,
        patience: Duration = .seconds(120)
    ) throws -> ConnectionPool {
        ConnectionPool(
            try TestDatabase.configuration(),
            options: .init(size: size, maximumWaiters: waiters, patience: patience)
        )
    }

    /// Keeps one connection of the pool busy until it is cancelled.
    private func occupy(_ pool: ConnectionPool) async throws -> Task<Void, Never> {
        let taken = Mutex(false)
        let task = Task {
            _ = try? await pool.withConnection { connection in
                _ = connection
                taken.withLock { $0 = true }
                try await Task.sleep(for: .seconds(30))
            }
        }
        for _ in 0..<500 where !taken.withLock({ $0 }) {
            try await Task.sleep(for: .milliseconds(10))
        }
        #expect(taken.withLock { $0 })
        return task
    }

    @Test func `no more connections are used at once than the pool is wide`() async throws {
        let pool = try pool(size: 3)
        let gauge = Gauge()
        var processes = Set<Int>()
        try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<30 {
                group.addTask {
                    try await pool.withConnection { connection in
                        gauge.enter()
                        defer { gauge.leave() }
                        try await connection.execute("SELECT pg_sleep(0.01)")
                        return await connection.backendProcess
                    }
                }
            }
            for try await process in group { processes.insert(process) }
        }
        #expect(gauge.most == 3)
        #expect(processes.count == 3)
        await pool.close()
    }

    @Test func `a waiter gives up at its deadline`() async throws {
        let pool = try pool(size: 1, patience: .milliseconds(200))
        let holder = try await occupy(pool)
        let took = await timed {
            let error = await #expect(throws: PostgresError.self) {
                try await pool.withConnection { _ in }
            }
            #expect(error?.kind == .poolExhausted)
        }
        #expect(took > .milliseconds(150) && took < .seconds(15))
        holder.cancel()
        await holder.value
        let served = try await pool.withConnection { try await $0.execute("SELECT 1").count }
        #expect(served == 1)
        await pool.close()
    }

    @Test func `a full queue refuses at once`() async throws {
        let pool = try pool(size: 1, waiters: 0)
        let holder = try await occupy(pool)
        let error = await #expect(throws: PostgresError.self) {
            try await pool.withConnection { _ in }
        }
        #expect(error?.kind == .poolExhausted)
        holder.cancel()
        await holder.value
        await pool.close()
    }

    @Test func `a cancelled waiter leaves the queue`() async throws {
        let pool = try pool(size: 1)
        let holder = try await occupy(pool)
        let waiter = Task { try await pool.withConnection { _ in } }
        try await Task.sleep(for: .milliseconds(100))
        waiter.cancel()
        let error = await #expect(throws: PostgresError.self) { try await waiter.value }
        #expect(error?.kind == .cancelled)
        holder.cancel()
        await holder.value
        await pool.close()
    }

    @Test func `a connection that broke in use is replaced`() async throws {
        let pool = try pool(size: 1)
        let first = try await pool.withConnection { connection in
            let process = await connection.backendProcess
            await connection.close()
            return process
        }
        let second = try await pool.withConnection { await $0.backendProcess }
        #expect(second != 0 && second != first)
        await pool.close()
    }

    @Test func `a connection that the server ended while idle is replaced`() async throws {
        let pool = try pool(size: 1)
        let first = try await pool.withConnection { await $0.backendProcess }
        let watcher = try await TestDatabase.connect()
        try await watcher.execute("SELECT pg_terminate_backend(\(Int32(first)), 5000)")
        let second = try await pool.withConnection { connection in
            try await connection.execute("SELECT 1")
            return await connection.backendProcess
        }
        #expect(second != first)
        await pool.close()
    }

    @Test func `a session comes back as it was opened`() async throws {
        let pool = try pool(size: 1)
        let first = try await pool.withConnection { connection in
            try await connection.runScript(
                """
                SET search_path = pg_catalog; SET TimeZone = 'Asia/Tokyo';
                CREATE TEMP TABLE left_behind (n bigint); SELECT pg_advisory_lock(4711);
                BEGIN; SELECT 1
                """
            )
            return await connection.backendProcess
        }
        try await pool.withConnection { connection in
            #expect(await connection.backendProcess == first)
            #expect(await connection.transactionStatus == .idle)
            let result = try await connection.execute(
                """
                SELECT current_setting('TimeZone'), current_setting('search_path'),
                       to_regclass('pg_temp.left_behind') IS NULL,
                       (SELECT count(*) FROM pg_locks
                        WHERE locktype = 'advisory' AND pid = pg_backend_pid())
                """
            )
            let row = try #require(result.first)
            #expect(try row.decode(String.self, at: 0) == "UTC")
            #expect(try row.decode(String.self, at: 1) == "\"$user\", public")
            #expect(try row.decode(Bool.self, at: 2))
            #expect(try row.decode(Int.self, at: 3) == 0)
        }
        await pool.close()
    }

    @Test func `an error of the closure passes through and the connection stays`() async throws {
        let pool = try pool(size: 1)
        let first = try await pool.withConnection { await $0.backendProcess }
        let error = await #expect(throws: PostgresError.self) {
            try await pool.withConnection { try await $0.execute("SELECT 1 / 0") }
        }
        #expect(error?.sqlstate == "22012")
        #expect(try await pool.withConnection { await $0.backendProcess } == first)
        await pool.close()
    }

    @Test func `a closed pool refuses who waits and who comes`() async throws {
        let pool = try pool(size: 1)
        let holder = try await occupy(pool)
        let waiter = Task { try await pool.withConnection { _ in } }
        try await Task.sleep(for: .milliseconds(100))
        await pool.close()
        let refused = await #expect(throws: PostgresError.self) { try await waiter.value }
        #expect(refused?.kind == .poolClosed)
        let late = await #expect(throws: PostgresError.self) {
            try await pool.withConnection { _ in }
        }
        #expect(late?.kind == .poolClosed)
        holder.cancel()
        await holder.value
    }

    @Test func `a pool that cannot connect says so and keeps no place`() async throws {
        let pool = ConnectionPool(
            PostgresConfiguration("host=/nonexistent port=1 dbname=x user=x"),
            options: .init(size: 1)
        )
        for _ in 0..<3 {
            let error = await #expect(throws: PostgresError.self) {
                try await pool.withConnection { _ in }
            }
            #expect(error?.kind == .connection)
        }
    }
}

/// Counts how many are inside at once.
private final class Gauge: Sendable {
    private let counts = Mutex((now: 0, most: 0))

    var most: Int { counts.withLock { $0.most } }

    func enter() {
        counts.withLock { counts in
            counts.now += 1
            counts.most = max(counts.most, counts.now)
        }
    }

    func leave() { counts.withLock { $0.now -= 1 } }
}
