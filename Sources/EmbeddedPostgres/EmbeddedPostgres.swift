import Foundation

/// A PostgreSQL for one user: made when first started, reached by a unix socket only.
///
/// Whoever can enter the socket's folder is the owner's operating-system account or root, who
/// could change the files anyway, so the server trusts its clients; people are told apart by the
/// database's own logins.
package struct EmbeddedPostgres: Sendable {
    package enum Status: Equatable, Sendable {
        case notCreated
        case stopped(dataFolder: String)
        case running(RunningServer)
    }

    static let superuser = "postgres"
    static let database = "redress"

    let location: Location
    private let durable: Bool
    private let progress: @Sendable (String) -> Void

    package init(
        location: Location,
        progress: @escaping @Sendable (String) -> Void = { _ in }
    ) {
        self.init(location: location, durable: true, progress: progress)
    }

    /// A server for tests: quick, and not safe against a crash of the machine.
    ///
    /// End it by `destroy`.
    package static func throwaway(searchPath: [String] = []) -> EmbeddedPostgres {
        let home = "/tmp/redress-\(UUID().uuidString.prefix(8))"
        let isRoot = geteuid() == 0
        return EmbeddedPostgres(
            location: Location(home: home, isRoot: isRoot, searchPath: searchPath),
            durable: false,
            progress: { _ in }
        )
    }

    init(
        location: Location,
        durable: Bool,
        progress: @escaping @Sendable (String) -> Void
    ) {
        self.location = location
        self.durable = durable
        self.progress = progress
    }

    /// Makes the cluster when there is none, starts it when it does not run.
    ///
    /// Safe to repeat, also at the same time, and after anything was killed.
    package func start() throws -> ConnectionInfo {
        let cluster = try cluster()
        let version = try cluster.programs().version
        try cluster.account.makePrivateFolder(location.home)
        try cluster.account.makePrivateFolder(location.socketFolder)
        return try withLock {
            if Cluster.dataVersion(location) == nil {
                progress("Making a private PostgreSQL \(version) in \(location.home)")
                try cluster.create()
            }
            if try cluster.runningServer() == nil {
                progress("Starting PostgreSQL \(version)")
                try cluster.start()
            }
            try cluster.waitUntilReady()
            let server = ConnectionInfo(
                socketFolder: try cluster.runningServer()?.socketFolder ?? location.socketFolder,
                user: Self.superuser,
                database: Self.database
            )
            try cluster.createDatabase(of: server)
            return server
        }
    }

    /// Ends the server, and its clients' connections with it; safe to repeat.
    package func stop() throws {
        try stop(mode: "fast")
    }

    package func status() throws -> Status {
        guard Cluster.dataVersion(location) != nil else { return .notCreated }
        return try cluster().runningServer().map(Status.running)
            ?? .stopped(dataFolder: location.dataFolder)
    }

    /// The folder of PostgreSQL's programs, those of the cluster's version when there is one.
    package func programsFolder() throws -> String { try cluster().programs().folder }

    /// Stops the server and removes all its files.
    package func destroy() throws {
        try stop(mode: "immediate")
        for folder in [location.socketFolder, location.home]
        where FileManager.default.fileExists(atPath: folder) {
            try FileManager.default.removeItem(atPath: folder)
        }
    }

    private func stop(mode: String) throws {
        guard FileManager.default.fileExists(atPath: location.home) else { return }
        try withLock {
            let cluster = try cluster()
            if try cluster.runningServer() != nil { try cluster.stop(mode: mode) }
        }
    }

    private func cluster() throws -> Cluster {
        Cluster(
            location: location,
            durable: durable,
            account: try ServerAccount.forCaller(isRoot: location.isRoot)
        )
    }

    private func withLock<Result>(_ body: () throws -> Result) throws -> Result {
        let lock = try FolderLock(folder: location.home)
        return try withExtendedLifetime(lock, body)
    }
}
