import CLibPQ

/// One session with a server, on a thread of its own.
///
/// Calls run one after the other; `cancel()` stops the running one from anywhere. After a lost
/// answer the connection is broken for good, and the error says whether the work is in doubt.
@safe
package actor PostgresConnection {
    private let executor: ConnectionExecutor
    private let cancelSwitch = CancelSwitch()
    private let callDeadline: Duration
    private var link: PostgresLink?
    private var noticeHandler: (@Sendable (PostgresNotice) -> Void)?
    var preparedStatements = PreparedStatements()
    var isInTransactionBody = false

    package nonisolated var unownedExecutor: UnownedSerialExecutor {
        unsafe executor.asUnownedSerialExecutor()
    }

    private init(callDeadline: Duration) {
        executor = ConnectionExecutor()
        self.callDeadline = callDeadline
    }

    isolated deinit {
        link = nil
        executor.stop()
    }

    package static func connect(
        _ configuration: PostgresConfiguration
    ) async throws(PostgresError) -> PostgresConnection {
        let connection = PostgresConnection(callDeadline: configuration.callDeadline)
        try await connection.open(configuration)
        return connection
    }

    private func open(_ configuration: PostgresConfiguration) throws(PostgresError) {
        link = try PostgresLink.open(configuration, cancelSwitch)
    }

    package func close() {
        link = nil
        cancelSwitch.attach(nil)
        preparedStatements.removeAll()
    }

    /// Stops the running call, if there is one; it then throws `cancelled`.
    package nonisolated func cancel() { cancelSwitch.fire(.caller) }

    /// Hands every notice to the handler, on the connection's thread, after the call it came with.
    package func onNotice(_ handler: (@Sendable (PostgresNotice) -> Void)?) {
        noticeHandler = handler
    }

    /// Runs one call to its end: nothing of it is left on the wire, or the connection is broken.
    ///
    /// `commits` says that the work may be committed although a transaction is open.
    func call<Value>(
        _ name: String?,
        deadline: Duration?,
        commits: Bool = false,
        restartsEachWait: Bool = false,
        _ body: (PostgresLink) throws(PostgresError) -> Value
    ) throws(PostgresError) -> Value {
        guard let link else {
            throw PostgresError(.connection, "the connection is closed", queryName: name)
        }
        let doubtful = commits || transactionStatus == .idle
        let outcome: Result<Value, PostgresError>
        do throws(PostgresError) {
            try link.begin(
                CallClock(deadline ?? callDeadline, restartsEachWait: restartsEachWait)
            )
        } catch {
            if link.isLost { close() }
            throw error.named(name)
        }
        do throws(PostgresError) {
            let value = try body(link)
            try link.drain()
            outcome = .success(value)
        } catch {
            try? link.drainUnlessLost()
            outcome = .failure(translate(error, link, doubtful: doubtful).named(name))
        }
        return try finish(outcome, link, name)
    }

    private func finish<Value>(
        _ outcome: Result<Value, PostgresError>,
        _ link: PostgresLink,
        _ name: String?
    ) throws(PostgresError) -> Value {
        let wasStopped = cancelSwitch.reason != nil
        let settled = link.end()
        let notices = link.notices
        link.notices.removeAll()
        if link.isLost || !settled { close() }
        for notice in notices { noticeHandler?(notice) }
        let value = try outcome.get()
        // A cancelled wait for a standby answers with success and a warning.
        if wasStopped, transactionStatus == .idle, let warning = notices.first(where: \.isWarning) {
            throw PostgresError(.commitNotAcknowledged, warning.message, queryName: name)
        }
        return value
    }

    private func translate(
        _ error: PostgresError,
        _ link: PostgresLink,
        doubtful: Bool
    ) -> PostgresError {
        if link.isLost {
            return doubtful
                ? error.restated(as: .inDoubt, "the answer was lost")
                : error.restated(as: .connection, "lost inside a transaction, which rolls back")
        }
        guard error.kind == .server(sqlstate: "57014") else { return error }
        return switch cancelSwitch.reason {
        case .deadline: error.restated(as: .deadline, "stopped at its deadline")
        case .caller: error.restated(as: .cancelled, "stopped by its caller")
        case nil: error
        }
    }

    /// Runs a call that the cancellation of its task stops.
    func cancellable<Value>(
        _ name: String?,
        _ body: () throws(PostgresError) -> Value
    ) async throws(PostgresError) -> Value {
        let cancelSwitch = cancelSwitch
        let outcome = await withTaskCancellationHandler {
            // Without a mention of self the closure would leave the connection's thread.
            preconditionIsolated()
            return Result { () throws(PostgresError) in try body() }
        } onCancel: {
            cancelSwitch.fire(.caller)
        }
        return try outcome.get()
    }

    /// To be asked once the call can be stopped, so that no cancellation falls between.
    func refuseIfCancelled() throws(PostgresError) {
        if Task.isCancelled { throw PostgresError(.cancelled, "the task is cancelled") }
    }
}

extension PostgresConnection {
    package enum TransactionStatus: Sendable {
        case idle
        case active
        case inTransaction
        case inFailedTransaction
        case unknown
    }

    package var transactionStatus: TransactionStatus {
        guard let link else { return .unknown }
        return switch unsafe PQtransactionStatus(link.handle) {
        case PQTRANS_IDLE: .idle
        case PQTRANS_ACTIVE: .active
        case PQTRANS_INTRANS: .inTransaction
        case PQTRANS_INERROR: .inFailedTransaction
        default: .unknown
        }
    }

    /// True once an answer was lost or the connection was closed.
    package var isBroken: Bool { link == nil }

    /// The server's version as a number, such as 150018; zero when broken.
    package var serverVersion: Int { link.map { Int(unsafe PQserverVersion($0.handle)) } ?? 0 }

    /// The process that serves this session; zero when broken.
    package var backendProcess: Int { link.map { Int(unsafe PQbackendPID($0.handle)) } ?? 0 }

    /// libpq's own version as a number, such as 150018.
    package static var libraryVersion: Int { Int(PQlibVersion()) }
}
