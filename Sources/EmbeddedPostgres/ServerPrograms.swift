import Foundation

/// A folder of PostgreSQL's server programs and their version.
struct ServerPrograms: Equatable, Sendable {
    static let oldest = 15

    let folder: String
    /// As the server says it: `15.18`.
    let version: String

    var major: Int { Int(version.prefix { $0.isNumber }) ?? 0 }

    /// The newest programs on this machine, or those of the major version that made the data.
    static func find(major: Int?, searchPath: [String]) throws -> ServerPrograms {
        let found = candidates(searchPath: searchPath).compactMap(ServerPrograms.init(folder:))
        if let major {
            if let same = found.first(where: { $0.major == major }) { return same }
            throw EmbeddedPostgresError(
                problem: "The data was made by PostgreSQL \(major), which is not installed.",
                remedy: "Install it: apt-get install -y postgresql-\(major)"
            )
        }
        if let newest = found.max(by: { $0.major < $1.major }), newest.major >= oldest {
            return newest
        }
        throw EmbeddedPostgresError(
            problem: "PostgreSQL \(oldest) or newer is not installed on this machine.",
            remedy: "Install it: apt-get install -y postgresql"
        )
    }

    /// Nil when the folder lacks a program.
    init?(folder: String) {
        let needed = ["initdb", "pg_ctl", "postgres", "psql"]
        guard
            needed.allSatisfy({ FileManager.default.isExecutableFile(atPath: "\(folder)/\($0)") }),
            let said = try? ShellCommand(arguments: ["\(folder)/postgres", "--version"]).run(),
            let version = said.output.split(separator: " ").first(where: {
                $0.first?.isNumber == true
            })
        else { return nil }
        self.folder = folder
        self.version = version.trimmingCharacters(in: .whitespacesAndNewlines)
    }

    func path(_ program: String) -> String { "\(folder)/\(program)" }

    private static func candidates(searchPath: [String]) -> [String] {
        let debian = "/usr/lib/postgresql"
        let packaged = (try? FileManager.default.contentsOfDirectory(atPath: debian)) ?? []
        return packaged.map { "\(debian)/\($0)/bin" } + configured(searchPath: searchPath)
            + searchPath
    }

    private static func configured(searchPath: [String]) -> [String] {
        searchPath.map { "\($0)/pg_config" }
            .filter(FileManager.default.isExecutableFile(atPath:))
            .compactMap { try? ShellCommand(arguments: [$0, "--bindir"]).run().output }
            .map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }
    }
}
