import Dispatch
import Foundation
import Synchronization

/// A thread of its own for one connection, since libpq blocks the thread that calls it.
final class ConnectionExecutor: SerialExecutor {
    private struct State {
        var jobs: [UnownedJob] = []
        var thread: pthread_t?
        var stopped = false
    }

    private let state = Mutex(State())
    private let arrivals = DispatchSemaphore(value: 0)

    init() {
        Thread.detachNewThread { [self] in run() }
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        state.withLock { $0.jobs.append(job) }
        arrivals.signal()
    }

    /// Ends the thread once its last job is done; nothing may be enqueued after that.
    func stop() {
        state.withLock { $0.stopped = true }
        arrivals.signal()
    }

    func checkIsolated() {
        precondition(isIsolatingCurrentContext() == true, "not on the connection's thread")
    }

    func isIsolatingCurrentContext() -> Bool? {
        let current = pthread_self()
        return state.withLock { $0.thread == current }
    }

    private func run() {
        let current = pthread_self()
        state.withLock { $0.thread = current }
        while true {
            arrivals.wait()
            let (jobs, stopped) = state.withLock { state in
                defer { state.jobs.removeAll(keepingCapacity: true) }
                return (state.jobs, state.stopped)
            }
            for job in jobs { unsafe job.runSynchronously(on: asUnownedSerialExecutor()) }
            if stopped, jobs.isEmpty { return }
        }
    }
}
