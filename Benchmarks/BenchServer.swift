import EmbeddedPostgres
import Foundation
import PostgresClient

/// A private PostgreSQL with the settings that users get: every commit waits for the disk.
struct BenchServer {
    private let postgres: EmbeddedPostgres
    let folder: String
    let connection: ConnectionInfo
    /// The folder of PostgreSQL's own programs.
    let programs: String

    init() throws {
        folder = "/tmp/redress-bench-\(UUID().uuidString.prefix(8))"
        let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
        postgres = EmbeddedPostgres(
            location: Location(
                home: folder,
                isRoot: geteuid() == 0,
                searchPath: path.split(separator: ":").map(String.init)
            )
        )
        programs = try postgres.programsFolder()
        connection = try postgres.start()
    }

    func destroy() {
        do { try postgres.destroy() } catch { print("could not remove \(folder): \(error)") }
    }

    func conninfo(user: String? = nil, database: String? = nil) -> String {
        let user = user ?? connection.user
        let database = database ?? connection.database
        return "host=\(connection.socketFolder) user=\(user) dbname=\(database)"
    }

    func open(database: String? = nil) async throws -> PostgresConnection {
        try await PostgresConnection.connect(
            PostgresConfiguration(conninfo(database: database), callDeadline: .seconds(1800))
        )
    }

    func conditions(_ arguments: BenchArguments) async throws -> [String] {
        let connection = try await open()
        let version: String = try await connection.execute("SELECT version()")[0].decode(at: 0)
        let settings: String = try await connection.execute(
            """
            SELECT string_agg(name || ' ' || setting || coalesce(unit, ''), ', ' ORDER BY name)
            FROM pg_settings
            WHERE name IN ('fsync', 'synchronous_commit', 'shared_buffers', 'max_wal_size', 'jit')
            """
        )[0].decode(at: 0)
        await connection.close()
        let day = ISO8601DateFormatter.string(
            from: Date(),
            timeZone: .gmt,
            formatOptions: [.withFullDate]
        )
        let load = (try? String(contentsOfFile: "/proc/loadavg", encoding: .utf8)) ?? ""
        return [
            "\(day), \(ProcessInfo.processInfo.activeProcessorCount) cores, server and client "
                + "on the same machine, load when it began \(load.prefix(4))",
            String(version.prefix(while: { $0 != "," })),
            settings,
            "release build; \(arguments.collections) collections, \(arguments.postings) postings, "
                + "\(arguments.dockets) dockets, \(arguments.matching) lines a side"
                + (arguments.only.map { "; only \($0)" } ?? ""),
        ]
    }
}
