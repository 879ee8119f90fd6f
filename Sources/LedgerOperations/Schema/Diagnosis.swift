/// One thing that was looked at in a database.
public struct Diagnosis: Hashable, Sendable {
    /// How it is.
    public enum State: String, Hashable, Sendable, Codable {
        /// As it should be.
        case good
        /// Worth a look.
        case warning
        /// Something will not work.
        case bad
    }

    /// What was looked at.
    public let subject: String
    /// How it is.
    public let state: State
    /// What was found.
    public let found: String
    /// What to do; empty when nothing is.
    public let remedy: String

    /// Describes what was found.
    public init(_ subject: String, _ state: State, _ found: String, _ remedy: String = "") {
        self.subject = subject
        self.state = state
        self.found = found
        self.remedy = remedy
    }
}
