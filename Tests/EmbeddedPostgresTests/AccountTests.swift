import Foundation
import Testing

@testable import EmbeddedPostgres

struct AccountTests {
    @Test func `the server never runs as root`() throws {
        try PrivateServer.with { server in
            _ = try server.postgres.start()
            let pid = try #require(try server.running).pid
            var facts = stat()
            #expect(stat("/proc/\(pid)", &facts) == 0)
            #expect(facts.st_uid != 0)
        }
    }

    @Test func `only the owner can enter, and what is written lasts`() throws {
        try PrivateServer.with(durable: true) { server in
            let connection = try server.postgres.start()
            let location = server.postgres.location
            for folder in [location.home, location.dataFolder, location.socketFolder] {
                var facts = stat()
                #expect(stat(folder, &facts) == 0)
                #expect(facts.st_mode & 0o777 == 0o700, "\(folder)")
            }
            #expect(try PrivateServer.ask("SHOW listen_addresses", connection) == "")
            for setting in ["data_checksums", "fsync", "full_page_writes", "synchronous_commit"] {
                #expect(try PrivateServer.ask("SHOW \(setting)", connection) == "on", "\(setting)")
            }
        }
    }

    @Test func `a folder that others can enter is refused`() throws {
        try PrivateServer.with { server in
            try FileManager.default.createDirectory(
                atPath: server.postgres.location.home,
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o755]
            )
            #expect(throws: EmbeddedPostgresError.self) { try server.postgres.start() }
        }
    }

    /// In a process of its own, which gives up being root if it is.
    @Test func `an ordinary user has a server, also after kill and a reused process number`()
        async
    {
        await #expect(processExitsWith: .success) {
            becomeNobody()
            try PrivateServer.with { server in
                let connection = try server.postgres.start()
                _ = try PrivateServer.ask("CREATE TABLE kept AS SELECT 7 AS n", connection)
                for pid in server.processes { kill(pid, SIGKILL) }

                // As after a restart of the machine, when the old number is another process's.
                let pidFile = "\(server.postgres.location.dataFolder)/postmaster.pid"
                let lines = try String(contentsOfFile: pidFile, encoding: .utf8)
                    .split(separator: "\n", omittingEmptySubsequences: false).dropFirst()
                try (["\(getpid())"] + lines).joined(separator: "\n")
                    .write(toFile: pidFile, atomically: false, encoding: .utf8)

                let data = server.postgres.location.dataFolder
                #expect(try server.postgres.status() == .stopped(dataFolder: data))
                let again = try server.postgres.start()
                #expect(try PrivateServer.ask("SELECT n FROM kept", again) == "7")
                #expect(try PrivateServer.ask("SELECT current_user", again) == "postgres")
            }
        }
    }
}

private func becomeNobody() {
    guard geteuid() == 0 else { return }
    let nobody: uid_t = 65534
    precondition(setgroups(0, nil) == 0 && setgid(nobody) == 0 && setuid(nobody) == 0)
    precondition(geteuid() == nobody)
}
