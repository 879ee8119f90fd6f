import Foundation
import LedgerStore
import LedgerTestSupport
import PostgresClient
import Testing

/// The examples say in psql what they say on paper.
///
/// With `REDRESS_RECORD_SNAPSHOTS=1` in the environment what they say is written down anew.
@Suite struct ExampleTests {
    @Test func `each example answers in psql as its page shows`() async throws {
        let database = "\(SharedDatabase.name)_examples"
        let url = try SharedDatabase.url()
        let server = try await PostgresConnection.connect(PostgresConfiguration(url))
        try await server.execute("DROP DATABASE IF EXISTS \(raw: database) WITH (FORCE)")
        try await server.execute("CREATE DATABASE \(raw: database)")
        let pool = ConnectionPool(PostgresConfiguration(url, database: database))
        try await Migrator(pool: pool).migrate()
        await pool.close()

        let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
            .filter { $0.hasSuffix(".sql") }.sorted()
        #expect(names.count >= 2)
        for name in names {
            let answer = try Self.psql("\(url) dbname=\(database)", name)
            let page = Self.folder.appending(path: "\(name).out")
            if ProcessInfo.processInfo.environment["REDRESS_RECORD_SNAPSHOTS"] == "1" {
                try Data(answer.utf8).write(to: page)
                Issue.record("recorded \(name).out; run again without REDRESS_RECORD_SNAPSHOTS")
            }
            #expect(try answer == String(contentsOf: page, encoding: .utf8), "\(name).out differs")
        }
        try await server.execute("DROP DATABASE \(raw: database) WITH (FORCE)")
        await server.close()
    }

    private static func psql(_ connection: String, _ script: String) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["psql", "-X", "-q", "-a", "-d", connection, "-f", script]
        process.currentDirectoryURL = folder
        process.environment = ProcessInfo.processInfo.environment.merging(["LC_ALL": "C"]) { $1 }
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return String(decoding: output, as: UTF8.self)
    }

    private static var folder: URL {
        URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "sql/examples")
    }
}
