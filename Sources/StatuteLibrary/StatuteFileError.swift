/// What is wrong with a rule or profile file, and where.
package struct StatuteFileError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The file as the caller named it.
    package let file: String

    /// The line, from 1.
    package let line: Int

    /// What is wrong there.
    package let reason: String

    package init(file: String, line: Int, reason: String) {
        self.file = file
        self.line = line
        self.reason = reason
    }

    package var description: String { "\(file):\(line): \(reason)" }
}
