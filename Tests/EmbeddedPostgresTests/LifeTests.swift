import Foundation
import Testing

@testable import EmbeddedPostgres

struct LifeTests {
    @Test func `a server is made, started, stopped and started again`() throws {
        try PrivateServer.with { server in
            #expect(try server.postgres.status() == .notCreated)

            let first = try server.postgres.start()
            #expect(try PrivateServer.ask("CREATE TABLE kept (n int)", first) == "")
            let running = try #require(try server.running)
            #expect(running.socketFolder == first.socketFolder)
            #expect(running.dataFolder == server.postgres.location.dataFolder)

            try server.postgres.stop()
            #expect(try server.postgres.status() == .stopped(dataFolder: running.dataFolder))
            try server.postgres.stop()

            let second = try server.postgres.start()
            #expect(second == first)
            #expect(try PrivateServer.ask("SELECT count(*) FROM kept", second) == "0")
        }
    }

    @Test func `starting twice keeps the server that runs`() throws {
        try PrivateServer.with { server in
            let first = try server.postgres.start()
            let pid = try server.running?.pid
            #expect(try server.postgres.start() == first)
            #expect(try server.running?.pid == pid)
        }
    }

    @Test func `starts at the same time make one server`() throws {
        try PrivateServer.with { server in
            let outcomes = Outcomes()
            DispatchQueue.concurrentPerform(iterations: 4) { _ in
                outcomes.add(Result { try server.postgres.start() })
            }
            let connections = try outcomes.all.map { try $0.get() }
            #expect(Set(connections.map(\.conninfo)).count == 1)
            #expect(try PrivateServer.ask("SELECT 1", connections[0]) == "1")
        }
    }

    @Test(arguments: [true, false])
    func `a killed server starts again with what was committed`(all: Bool) throws {
        try PrivateServer.with { server in
            let connection = try server.postgres.start()
            _ = try PrivateServer.ask("CREATE TABLE kept AS SELECT 7 AS n", connection)
            let victims = all ? server.processes : [try #require(try server.running).pid]
            #expect(victims.count >= 1)
            for pid in victims { kill(pid, SIGKILL) }

            let again = try server.postgres.start()
            #expect(try PrivateServer.ask("SELECT n FROM kept", again) == "7")
        }
    }

    @Test func `an attempt that was cut short is made anew`() throws {
        try PrivateServer.with { server in
            let account = try ServerAccount.forCaller(isRoot: geteuid() == 0)
            let home = server.postgres.location.home
            try account.makePrivateFolder(home)
            _ = try account.run(["/usr/bin/mkdir", "\(home)/attempt"])
            _ = try account.run(["/usr/bin/touch", "\(home)/attempt/PG_VERSION"])
            #expect(try server.postgres.status() == .notCreated)
            #expect(try PrivateServer.ask("SELECT 1", try server.postgres.start()) == "1")
        }
    }

    @Test func `destroy leaves neither files nor processes`() throws {
        try PrivateServer.with { server in
            _ = try server.postgres.start()
            let pid = try #require(try server.running).pid
            try server.postgres.destroy()
            #expect(!FileManager.default.fileExists(atPath: server.postgres.location.home))
            #expect(!server.processes.contains(pid))
        }
    }

    @Test func `a throwaway server answers and goes`() throws {
        let postgres = EmbeddedPostgres.throwaway()
        defer { try? postgres.destroy() }
        let connection = try postgres.start()
        #expect(try PrivateServer.ask("SHOW fsync", connection) == "off")
        #expect(try PrivateServer.ask("SELECT current_database()", connection) == "redress")
    }
}

/// Results gathered from several threads.
private final class Outcomes: @unchecked Sendable {
    private let lock = NSLock()
    private var gathered: [Result<ConnectionInfo, any Error>] = []

    var all: [Result<ConnectionInfo, any Error>] { lock.withLock { gathered } }

    func add(_ result: Result<ConnectionInfo, any Error>) {
        lock.withLock { gathered.append(result) }
    }
}
