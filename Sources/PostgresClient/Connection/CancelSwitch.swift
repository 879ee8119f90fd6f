import CLibPQ
import Dispatch
import Foundation
import Synchronization

/// Stops the running call from any thread, and never the call after it.
final class CancelSwitch: Sendable {
    enum Reason: Sendable {
        case deadline
        case caller
    }

    private struct State {
        var handle: CancelHandle?
        var reason: Reason?
        var inCall = false
    }

    private let state = Mutex(State())
    private let outstanding = DispatchGroup()

    func attach(_ handle: CancelHandle?) {
        state.withLock { $0.handle = handle }
    }

    func begin() {
        state.withLock { state in
            state.inCall = true
            state.reason = nil
        }
    }

    var reason: Reason? { state.withLock { $0.reason } }

    /// Asks the server to stop the running call; does nothing when no call runs.
    ///
    /// The request blocks on a connection of its own, so it gets a thread of its own.
    func fire(_ reason: Reason) {
        let outstanding = outstanding
        let handle = state.withLock { state -> CancelHandle? in
            guard state.inCall, state.reason == nil else { return nil }
            state.reason = reason
            if state.handle != nil { outstanding.enter() }
            return state.handle
        }
        guard let handle else { return }
        Thread.detachNewThread {
            handle.send()
            outstanding.leave()
        }
    }

    /// Ends the call; false when a request is still under way and could hit the next call.
    func end(waiting patience: Duration) -> Bool {
        let fired = state.withLock { state in
            state.inCall = false
            return state.reason != nil
        }
        guard fired else { return true }
        return outstanding.wait(timeout: .now() + .seconds(Int(patience.components.seconds)))
            == .success
    }
}

/// Owns libpq's cancel object, which may be used from any thread.
@safe
final class CancelHandle: Sendable {
    private nonisolated(unsafe) let handle: OpaquePointer

    init?(_ connection: OpaquePointer) {
        guard let handle = unsafe PQgetCancel(connection) else { return nil }
        unsafe self.handle = unsafe handle
    }

    deinit { unsafe PQfreeCancel(handle) }

    func send() {
        unsafe withUnsafeTemporaryAllocation(of: CChar.self, capacity: 256) { message in
            _ = unsafe PQcancel(handle, message.baseAddress, Int32(message.count))
        }
    }
}
