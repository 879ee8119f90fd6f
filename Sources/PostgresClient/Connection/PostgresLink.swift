import CLibPQ
import Foundation

/// Owns one PGconn, and is the only code that waits for it.
///
/// libpq is kept non-blocking; every wait is a poll that ends at the call's limit. When the
/// limit passes the server is asked to stop, and given a moment to say so.
@safe
final class PostgresLink {
    let handle: OpaquePointer
    let cancel: CancelSwitch
    private(set) var isLost = false
    var notices: [PostgresNotice] = []
    private var clock = CallClock(.zero)

    /// How long the server may take to confirm that it stopped.
    static let patience = Duration.seconds(3)

    private init(_ handle: OpaquePointer, _ cancel: CancelSwitch) {
        unsafe self.handle = unsafe handle
        self.cancel = cancel
    }

    deinit { unsafe PQfinish(handle) }

    static func open(
        _ configuration: PostgresConfiguration,
        _ cancel: CancelSwitch
    ) throws(PostgresError) -> PostgresLink {
        if let problem = configuration.problem { throw problem }
        let handle = unsafe withCStrings(configuration.parameters.map(\.keyword)) { keywords in
            unsafe withCStrings(configuration.parameters.map(\.value)) { values in
                unsafe PQconnectStartParams(keywords, values, 0)
            }
        }
        guard let handle = unsafe handle else {
            throw PostgresError(.connection, "libpq has no memory")
        }
        let link = unsafe PostgresLink(handle, cancel)
        link.clock = CallClock(configuration.connectDeadline)
        try link.finishConnecting()
        return link
    }

    private func finishConnecting() throws(PostgresError) {
        // Only so does libpq tell the SQLSTATE of a connection that the server refused.
        _ = unsafe PQsetErrorVerbosity(handle, PQERRORS_VERBOSE)
        var wanted = PGRES_POLLING_WRITING
        while unsafe PQstatus(handle) != CONNECTION_BAD, wanted != PGRES_POLLING_OK {
            guard wanted != PGRES_POLLING_FAILED else { break }
            let events = wanted == PGRES_POLLING_READING ? POLLIN : POLLOUT
            guard poll(Int16(events), milliseconds: clock.milliseconds) != 0 else {
                throw PostgresError(.connection, "no connection within the time allowed")
            }
            wanted = unsafe PQconnectPoll(handle)
        }
        guard unsafe PQstatus(handle) == CONNECTION_OK else {
            throw PostgresError(refusedConnection: lastMessage)
        }
        _ = unsafe PQsetErrorVerbosity(handle, PQERRORS_DEFAULT)
        _ = unsafe PQsetnonblocking(handle, 1)
        receiveNotices()
        cancel.attach(unsafe CancelHandle(handle))
    }

    var lastMessage: String { unsafe ResultFields.text(PQerrorMessage(handle)) }

    // MARK: One call

    func begin(_ clock: CallClock) throws(PostgresError) {
        guard !isLost else { throw PostgresError(.connection, "the connection is closed") }
        // A server that hung up while the connection was idle is noticed before anything is sent.
        // Its last words and the end of the line may be two reads.
        for _ in 0..<8 where poll(Int16(POLLIN), milliseconds: 0) != 0 { try consume() }
        self.clock = clock
        cancel.begin()
    }

    /// Returns false when a late cancel request could still hit the next call.
    func end() -> Bool { cancel.end(waiting: isLost ? .zero : Self.patience) }

    func lost() -> PostgresError {
        isLost = true
        return PostgresError(.connection, lastMessage)
    }

    /// Gives the session up because of an error that leaves it in an unknown state.
    func abandon(_ error: PostgresError) -> PostgresError {
        isLost = true
        return error
    }

    func check(_ accepted: Int32) throws(PostgresError) {
        guard accepted != 1 else { return }
        if unsafe PQstatus(handle) == CONNECTION_BAD { throw lost() }
        throw PostgresError(.protocol, lastMessage)
    }

    /// Sends what libpq holds back, reading meanwhile so that neither side waits for the other.
    func flush() throws(PostgresError) {
        while true {
            switch unsafe PQflush(handle) {
            case 0: return
            case 1:
                let ready = try wait(for: Int16(POLLIN | POLLOUT))
                if ready & Int16(POLLIN) != 0 { try consume() }
            default: throw lost()
            }
        }
    }

    /// The next result of the running call, or nil when it has no more.
    func nextResult() throws(PostgresError) -> OpaquePointer? {
        while unsafe PQisBusy(handle) != 0 { try awaitInput() }
        return unsafe PQgetResult(handle)
    }

    func awaitInput() throws(PostgresError) {
        _ = try wait(for: Int16(POLLIN))
        try consume()
    }

    func awaitOutput() throws(PostgresError) {
        let ready = try wait(for: Int16(POLLIN | POLLOUT))
        if ready & Int16(POLLIN) != 0 { try consume() }
    }

    private func consume() throws(PostgresError) {
        guard unsafe PQconsumeInput(handle) == 1 else { throw lost() }
    }

    private func wait(for events: Int16) throws(PostgresError) -> Int16 {
        clock.beginWait()
        while true {
            let ready = poll(events, milliseconds: clock.milliseconds)
            if ready != 0 { return ready }
            if clock.hasExpired {
                isLost = true
                throw PostgresError(.connection, "no answer within the time allowed")
            }
            cancel.fire(.deadline)
            clock.expire(patience: Self.patience)
        }
    }

    /// Zero when nothing happened in time.
    private func poll(_ events: Int16, milliseconds: Int32) -> Int16 {
        var watched = pollfd(fd: unsafe PQsocket(handle), events: events, revents: 0)
        let count = unsafe Glibc.poll(&watched, 1, milliseconds)
        // An interrupted wait returns as "both ready"; libpq then finds nothing and waits again.
        return count < 0 ? Int16(POLLIN | POLLOUT) : watched.revents
    }

    private func receiveNotices() {
        let context = unsafe Unmanaged.passUnretained(self).toOpaque()
        _ = unsafe PQsetNoticeReceiver(
            handle,
            { context, result in
                guard let context = unsafe context, let result = unsafe result else { return }
                let link = unsafe Unmanaged<PostgresLink>.fromOpaque(context)
                    .takeUnretainedValue()
                unsafe link.notices.append(ResultFields.notice(result))
            },
            context
        )
    }
}
