/// Where a database is, in libpq's words.
package struct ConnectionInfo: Equatable, Sendable {
    package let socketFolder: String
    package let user: String
    package let database: String

    /// A libpq connection string, whose port is part of the socket's name: nothing listens on it.
    package var conninfo: String {
        [
            ("host", socketFolder), ("port", ServerSettings.port),
            ("user", user), ("dbname", database),
        ]
        .map { "\($0)=\(quoted($1))" }
        .joined(separator: " ")
    }

    private func quoted(_ value: String) -> String {
        let escaped =
            value
            .replacing("\\", with: "\\\\")
            .replacing("'", with: "\\'")
        return "'\(escaped)'"
    }
}
