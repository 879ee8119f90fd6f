import CLibPQ

/// How to reach a server: libpq's own rules, and the settings that a cut link needs.
package struct PostgresConfiguration: Sendable {
    /// Keywords and values in the order in which libpq reads them.
    let parameters: [(keyword: String, value: String)]
    /// How long one call may take when it names no deadline itself.
    package var callDeadline: Duration
    let problem: PostgresError?

    /// An empty string leaves everything to libpq: PG* variables, .pgpass and service files.
    package init(
        _ conninfo: String = "",
        user: String? = nil,
        database: String? = nil,
        applicationName: String = "redress",
        callDeadline: Duration = .seconds(300)
    ) {
        self.callDeadline = callDeadline
        do throws(PostgresError) {
            var given = try ConnectionString.parse(conninfo)
            given["user"] = user ?? given["user"]
            given["dbname"] = database ?? given["dbname"]
            let fallback = Self.defaults.merging(["application_name": applicationName]) { $1 }
            parameters = Self.merge(
                given: given,
                environment: ConnectionString.environment(),
                fallback: fallback
            )
            problem = nil
        } catch {
            parameters = []
            problem = error
        }
    }

    /// What the caller says comes first, then the environment, then what we think best.
    static func merge(
        given: [String: String],
        environment: [String: String],
        fallback: [String: String]
    ) -> [(keyword: String, value: String)] {
        let known = environment.filter { fallback.keys.contains($0.key) }
        var merged = fallback.merging(known) { $1 }.merging(given) { $1 }
        merged["client_encoding"] = "UTF8"
        merged["options"] = [given["options"] ?? environment["options"], sessionOptions]
            .compactMap(\.self).joined(separator: " ")
        return merged.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    /// Without these a call on a cut link hangs until the kernel gives up.
    static let defaults = [
        "connect_timeout": "3", "keepalives": "1", "keepalives_idle": "2",
        "keepalives_interval": "1", "keepalives_count": "3", "tcp_user_timeout": "3000",
    ]

    // Start-up options, not SET, so that RESET ALL returns to them. Warnings must reach us,
    // since one that comes with COMMIT means that the commit is not acknowledged.
    private static let sessionOptions =
        "-c TimeZone=UTC -c DateStyle=ISO -c client_min_messages=notice"

    /// The limit for connecting, which non-blocking libpq leaves to its caller.
    var connectDeadline: Duration {
        let value = parameters.first { $0.keyword == "connect_timeout" }
        guard let seconds = value.flatMap({ Int($0.value) }), seconds > 0 else {
            return callDeadline
        }
        return .seconds(max(seconds, 2))
    }

    /// A connection string apart from its password, for programs whose arguments anybody reads.
    package static func withoutPassword(
        _ conninfo: String
    ) throws(PostgresError) -> (conninfo: String, password: String?) {
        var given = try ConnectionString.parse(conninfo)
        guard let password = given.removeValue(forKey: "password") else { return (conninfo, nil) }
        return (ConnectionString.text(of: given), password)
    }

    /// The same connection string with more keywords.
    package static func adding(
        _ more: [String: String],
        to conninfo: String
    ) throws(PostgresError) -> String {
        ConnectionString.text(of: try ConnectionString.parse(conninfo).merging(more) { $1 })
    }
}
