import Foundation

/// What can be done to the data folder; the caller holds the lock.
struct Cluster {
    let location: Location
    let durable: Bool
    let account: ServerAccount

    /// The major version that made the data; nil when there are none.
    static func dataVersion(_ location: Location) -> Int? {
        let version = try? String(
            contentsOfFile: "\(location.dataFolder)/PG_VERSION",
            encoding: .utf8
        )
        return version.flatMap { Int($0.trimmingCharacters(in: .whitespacesAndNewlines)) }
    }

    func programs() throws -> ServerPrograms {
        try ServerPrograms.find(
            major: Self.dataVersion(location),
            searchPath: location.searchPath
        )
    }

    /// A killed server leaves its pid file, and the number may be another process's by now.
    func runningServer() throws -> RunningServer? {
        guard let major = Self.dataVersion(location),
            let file = PostmasterFile(dataFolder: location.dataFolder),
            try isServer(file.pid)
        else { return nil }
        return RunningServer(
            pid: file.pid,
            version: String(major),
            dataFolder: location.dataFolder,
            socketFolder: file.socketFolder
        )
    }

    /// Makes the data folder in one step, so that an interrupted attempt leaves none.
    func create() throws {
        let attempt = "\(location.home)/attempt"
        try must(["/usr/bin/rm", "-rf", attempt])
        try must([
            try programs().path("initdb"), "--pgdata=\(attempt)", "--data-checksums",
            "--username=\(EmbeddedPostgres.superuser)", "--locale=C.UTF-8", "--encoding=UTF8",
            "--auth-local=trust", "--auth-host=reject", "--no-sync",
        ])
        // The whole file system at once: three times as fast as initdb's file by file.
        if durable { try must(["/usr/bin/sync", "--file-system", attempt]) }
        try must(["/usr/bin/mv", "-T", attempt, location.dataFolder])
        if durable { try must(["/usr/bin/sync", location.home]) }
    }

    func start() throws {
        try writeSettings()
        try forgetStalePid()
        // Named from within: pg_ctl puts the names into a shell's command line as they are.
        let command = [
            try programs().path("pg_ctl"), "start", "--silent", "--wait", "--timeout=300",
            "--pgdata=data", "--log=data/server.log",
        ]
        var said = ""
        for _ in 0..<20 {
            let outcome = try account.run(command, workingFolder: location.home)
            if outcome.succeeded { return }
            said = try outcome.output + logTail()
            // The last backends of a killed server are still on their way out.
            guard said.contains("still in use") else { break }
            usleep(500_000)
        }
        throw EmbeddedPostgresError(
            problem: "PostgreSQL did not start:\n\(said)",
            remedy: "Its whole log is \(location.dataFolder)/server.log."
        )
    }

    func stop(mode: String) throws {
        try must([
            try programs().path("pg_ctl"), "stop", "--silent", "--wait", "--mode=\(mode)",
            "--pgdata=\(location.dataFolder)",
        ])
    }

    /// A start that was interrupted leaves a server that is still recovering: five minutes at most.
    func waitUntilReady() throws {
        for _ in 0..<3000 {
            if PostmasterFile(dataFolder: location.dataFolder)?.isReady == true { return }
            usleep(100_000)
        }
        throw EmbeddedPostgresError(
            problem: "PostgreSQL has not become ready in five minutes.",
            remedy: "See its log, \(location.dataFolder)/server.log."
        )
    }

    func createDatabase(of server: ConnectionInfo) throws {
        let administration = ConnectionInfo(
            socketFolder: server.socketFolder,
            user: server.user,
            database: "postgres"
        )
        try must(
            [
                try programs().path("psql"), "-XAtqw", "-v", "ON_ERROR_STOP=1",
                administration.conninfo,
            ],
            input: """
                SELECT 'CREATE DATABASE \(server.database)'
                WHERE NOT EXISTS (
                    SELECT FROM pg_database WHERE datname = '\(server.database)')
                \\gexec

                """
        )
    }

    private func isServer(_ pid: Int32) throws -> Bool {
        try account.run(["/usr/bin/test", "/proc/\(pid)/cwd", "-ef", location.dataFolder])
            .succeeded
    }

    /// PostgreSQL itself would take a living process with the number of a dead server for one.
    private func forgetStalePid() throws {
        guard let file = PostmasterFile(dataFolder: location.dataFolder),
            FileManager.default.fileExists(atPath: "/proc/\(file.pid)")
        else { return }
        try must([
            "/usr/bin/rm", "-f", "\(location.dataFolder)/postmaster.pid",
            "\(location.socketFolder)/.s.PGSQL.\(ServerSettings.port).lock",
        ])
    }

    private func writeSettings() throws {
        let settings = ServerSettings(durable: durable, socketFolder: location.socketFolder)
        try must(
            ["/usr/bin/tee", "\(location.dataFolder)/postgresql.conf"],
            input: settings.fileContents
        )
    }

    private func logTail() throws -> String {
        try account.run(["/usr/bin/tail", "-n", "10", "\(location.dataFolder)/server.log"]).output
    }

    private func must(_ arguments: [String], input: String = "") throws {
        let outcome = try account.run(arguments, input: input)
        guard outcome.succeeded else {
            throw EmbeddedPostgresError(
                problem: "\(arguments[0]) failed: \(outcome.output)",
                remedy: "The files are in \(location.home)."
            )
        }
    }
}
