import Foundation

@testable import EmbeddedPostgres

/// A private server in a folder of its own, and what tests ask of it.
struct PrivateServer {
    let postgres: EmbeddedPostgres

    /// Runs `body` with a server below `/tmp`, which is gone afterwards whatever happens.
    static func with(
        name: String = "data",
        durable: Bool = false,
        _ body: (PrivateServer) throws -> Void
    ) throws {
        let parent = "/tmp/redress-test-\(UUID().uuidString.prefix(8))"
        let location = Location(
            home: "\(parent)/\(name)",
            isRoot: geteuid() == 0,
            searchPath: ["/usr/bin"]
        )
        let server = PrivateServer(
            postgres: EmbeddedPostgres(location: location, durable: durable, progress: { _ in })
        )
        defer {
            try? server.postgres.destroy()
            try? FileManager.default.removeItem(atPath: parent)
        }
        try body(server)
    }

    var running: RunningServer? {
        get throws {
            guard case .running(let server) = try postgres.status() else { return nil }
            return server
        }
    }

    /// The first value of the query's answer, through psql.
    static func ask(_ query: String, _ connection: ConnectionInfo) throws -> String {
        let psql = try ServerPrograms.find(major: nil, searchPath: []).path("psql")
        return try ShellCommand(arguments: [psql, "-XAtqw", "-c", query, connection.conninfo])
            .run().output.trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// The server and its backends: all that work in the data folder.
    var processes: [Int32] {
        let account = try? ServerAccount.forCaller(isRoot: geteuid() == 0)
        let all = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        return all.compactMap(Int32.init).filter { pid in
            let check = ["/usr/bin/test", "/proc/\(pid)/cwd", "-ef", postgres.location.dataFolder]
            return (try? account?.run(check).succeeded) == true
        }
    }
}
