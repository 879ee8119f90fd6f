/// What the server says beside its answer.
package struct PostgresNotice: Sendable, Hashable {
    /// The severity in English: WARNING, NOTICE, INFO, LOG or DEBUG.
    package let severity: String
    package let sqlstate: String
    package let message: String
    package let detail: String?
    package let hint: String?

    package var isWarning: Bool { severity == "WARNING" }
}
