import Foundation

/// Where a private PostgreSQL keeps its files, and for whom.
package struct Location: Equatable, Sendable {
    /// The folder of everything that must last.
    package let home: String
    /// The folder of the socket; short, because a socket's path is at most 107 bytes long.
    package let socketFolder: String
    /// Whether root calls: PostgreSQL then runs as an ordinary account.
    package let isRoot: Bool
    /// Where to look for PostgreSQL's programs besides Debian's folders.
    package let searchPath: [String]

    var dataFolder: String { "\(home)/data" }

    /// The place for this user: `REDRESS_HOME` when set; otherwise root's is the system's and a
    /// user's is below the XDG data folder.
    package static func standard(environment: [String: String], isRoot: Bool) throws -> Location {
        let searchPath = (environment["PATH"] ?? "").split(separator: ":").map(String.init)
        if let home = environment["REDRESS_HOME"], !home.isEmpty {
            let absolute = URL(fileURLWithPath: home).standardizedFileURL.path
            return Location(home: absolute, isRoot: isRoot, searchPath: searchPath)
        }
        if isRoot {
            return Location(
                home: "/var/lib/redress",
                socketFolder: "/run/redress",
                isRoot: true,
                searchPath: searchPath
            )
        }
        return Location(
            home: try userDataFolder(environment),
            isRoot: false,
            searchPath: searchPath
        )
    }

    /// A place whose socket is in `home` when the path fits, else in a short folder of its own.
    package init(home: String, isRoot: Bool, searchPath: [String]) {
        let preferred = "\(home)/run"
        // libpq reads a comma as the end of a host, so such a path cannot be one.
        let fits = preferred.utf8.count <= 107 - "/.s.PGSQL.".utf8.count - 5
        self.init(
            home: home,
            socketFolder: fits && !preferred.contains(",")
                ? preferred : Self.shortFolder(for: home),
            isRoot: isRoot,
            searchPath: searchPath
        )
    }

    private init(home: String, socketFolder: String, isRoot: Bool, searchPath: [String]) {
        self.home = home
        self.socketFolder = socketFolder
        self.isRoot = isRoot
        self.searchPath = searchPath
    }

    private static func userDataFolder(_ environment: [String: String]) throws -> String {
        // The XDG specification has relative paths ignored.
        if let data = environment["XDG_DATA_HOME"], data.hasPrefix("/") {
            return "\(data)/redress"
        }
        guard let home = environment["HOME"], home.hasPrefix("/") else {
            throw EmbeddedPostgresError(
                problem: "There is no folder to keep the database in: HOME is not set.",
                remedy: "Set HOME, or name a folder in REDRESS_HOME."
            )
        }
        return "\(home)/.local/share/redress"
    }

    /// One folder per user and home (FNV-1a of the path), the same at every start.
    private static func shortFolder(for home: String) -> String {
        let hash = home.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) {
            ($0 ^ UInt64($1)) &* 0x100_0000_01b3
        }
        return "/tmp/redress-\(geteuid())-\(String(hash, radix: 16))"
    }
}
