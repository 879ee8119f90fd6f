/// A bounded set of connections, lent for the time of a closure.
package actor ConnectionPool {
    package struct Options: Sendable {
        package var size: Int
        package var maximumWaiters: Int
        /// How long a caller waits for a free connection.
        package var patience: Duration
        /// Puts the session back as it was opened, after each use; nil leaves settings alone.
        package var reset: String?

        /// Everything that DISCARD ALL does, but for prepared statements.
        package static let fullReset = """
            CLOSE ALL; SET SESSION AUTHORIZATION DEFAULT; RESET ALL; UNLISTEN *; \
            SELECT pg_advisory_unlock_all(); DISCARD SEQUENCES; DISCARD TEMP
            """

        package init(
            size: Int = 8,
            maximumWaiters: Int = 256,
            patience: Duration = .seconds(10),
            reset: String? = Options.fullReset
        ) {
            self.size = size
            self.maximumWaiters = maximumWaiters
            self.patience = patience
            self.reset = reset
        }
    }

    private enum Grant: Sendable {
        case connection(PoolState.ConnectionID)
        case open
    }

    private typealias Waiting = CheckedContinuation<Result<Grant, PostgresError>, Never>

    private let configuration: PostgresConfiguration
    private let options: Options
    private var state: PoolState
    private var connections: [PoolState.ConnectionID: PostgresConnection] = [:]
    private var waiting: [PoolState.WaiterID: Waiting] = [:]

    package init(_ configuration: PostgresConfiguration, options: Options = Options()) {
        self.configuration = configuration
        self.options = options
        state = PoolState(size: options.size, maximumWaiters: options.maximumWaiters)
    }

    /// Lends a connection that works; it must not be kept beyond the closure.
    package nonisolated func withConnection<Value>(
        _ body: (PostgresConnection) async throws -> Value
    ) async throws -> Value {
        let (id, connection) = try await lease()
        let outcome: Result<Value, any Error>
        do {
            outcome = .success(try await body(connection))
        } catch {
            outcome = .failure(error)
        }
        await giveBack(id, usable: connection.restore(options.reset))
        return try outcome.get()
    }

    /// Refuses all who wait, closes what is idle, and the rest when it comes back.
    package func close() async {
        let (idle, waiters) = state.close()
        for waiter in waiters { resume(waiter, .failure(Self.closed)) }
        for id in idle { await connections.removeValue(forKey: id)?.close() }
    }

    private static let closed = PostgresError(.poolClosed, "the pool is closed")

    private func lease() async throws(PostgresError) -> (PoolState.ConnectionID, PostgresConnection)
    {
        switch state.lease() {
        case .reuse(let id): return try await revive(id)
        case .open: return try await open()
        case .exhausted:
            throw PostgresError(.poolExhausted, "\(options.maximumWaiters) callers wait already")
        case .closed: throw Self.closed
        case .wait(let waiter):
            switch try await wait(waiter).get() {
            case .connection(let id): return try await revive(id)
            case .open: return try await open()
            }
        }
    }

    /// Replaces a connection that died while it was idle.
    private func revive(
        _ id: PoolState.ConnectionID
    ) async throws(PostgresError) -> (PoolState.ConnectionID, PostgresConnection) {
        if let connection = connections[id], await connection.isAlive() { return (id, connection) }
        do throws(PostgresError) {
            let connection = try await PostgresConnection.connect(configuration)
            connections[id] = connection
            return (id, connection)
        } catch {
            await giveBack(id, usable: false)
            throw error
        }
    }

    private func open() async throws(PostgresError) -> (PoolState.ConnectionID, PostgresConnection)
    {
        let connection: PostgresConnection
        do throws(PostgresError) {
            connection = try await PostgresConnection.connect(configuration)
        } catch {
            if let next = state.openFailed() { resume(next, .success(.open)) }
            throw error
        }
        guard let id = state.opened() else {
            await connection.close()
            throw Self.closed
        }
        connections[id] = connection
        return (id, connection)
    }

    private func giveBack(_ id: PoolState.ConnectionID, usable: Bool) async {
        switch state.giveBack(id, usable: usable) {
        case .keep: break
        case .handOver(let id, to: let waiter): resume(waiter, .success(.connection(id)))
        case .letOpen(let waiter):
            resume(waiter, .success(.open))
            await connections.removeValue(forKey: id)?.close()
        case .discard: await connections.removeValue(forKey: id)?.close()
        }
    }

    private func wait(_ waiter: PoolState.WaiterID) async -> Result<Grant, PostgresError> {
        let timer = Task { [patience = options.patience] in
            try await Task.sleep(for: patience)
            giveUp(
                waiter,
                PostgresError(.poolExhausted, "no connection became free within \(patience)")
            )
        }
        defer { timer.cancel() }
        return await withTaskCancellationHandler {
            await withCheckedContinuation { waiting[waiter] = $0 }
        } onCancel: {
            Task {
                await giveUp(waiter, PostgresError(.cancelled, "the task is cancelled"))
            }
        }
    }

    private func giveUp(_ waiter: PoolState.WaiterID, _ error: PostgresError) {
        if state.abandon(waiter) { resume(waiter, .failure(error)) }
    }

    private func resume(_ waiter: PoolState.WaiterID, _ grant: Result<Grant, PostgresError>) {
        waiting.removeValue(forKey: waiter)?.resume(returning: grant)
    }
}
