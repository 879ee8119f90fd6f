import EmbeddedPostgres
import Foundation
import PostgresClient
import Testing

/// A server of one test's own, for the test to kill or freeze.
struct DoomedServer {
    let configuration: PostgresConfiguration
    let postmaster: Int32
    private let postgres: EmbeddedPostgres

    /// Lends a server, and removes it whatever happens.
    static func with(_ body: (DoomedServer) async throws -> Void) async throws {
        let postgres = EmbeddedPostgres.throwaway()
        let outcome: Result<Void, any Error>
        do {
            outcome = .success(try await body(try await start(postgres)))
        } catch {
            outcome = .failure(error)
        }
        try await onThread { try postgres.destroy() }
        try outcome.get()
    }

    /// Starts the server once more after it was killed.
    func restart() async throws -> DoomedServer { try await Self.start(postgres) }

    /// Kills the server as a power cut would, without a word to its clients.
    func kill() { _ = Foundation.kill(postmaster, SIGKILL) }

    /// Stops processes of the server from answering, with their connections left open.
    func freeze(_ processes: [Int32]) {
        for process in processes { _ = Foundation.kill(process, SIGSTOP) }
    }

    func thaw(_ processes: [Int32]) {
        for process in processes { _ = Foundation.kill(process, SIGCONT) }
    }

    private static func start(_ postgres: EmbeddedPostgres) async throws -> DoomedServer {
        try await onThread {
            let server = try postgres.start()
            guard case .running(let running) = try postgres.status() else { throw NotRunning() }
            return DoomedServer(
                configuration: PostgresConfiguration(server.conninfo),
                postmaster: running.pid,
                postgres: postgres
            )
        }
    }

    /// Starting and stopping block, so they get a thread of their own.
    private static func onThread<Value: Sendable>(
        _ body: @escaping @Sendable () throws -> Value
    ) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            Thread.detachNewThread { continuation.resume(with: Result { try body() }) }
        }
    }

    private struct NotRunning: Error {}
}
