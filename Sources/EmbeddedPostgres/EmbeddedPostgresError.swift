/// Why the private PostgreSQL cannot be used, and what to do about it.
package struct EmbeddedPostgresError: Error, Equatable, CustomStringConvertible {
    package let problem: String
    package let remedy: String

    package var description: String { "\(problem)\n\(remedy)" }
}
