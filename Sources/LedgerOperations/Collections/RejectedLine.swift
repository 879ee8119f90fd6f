/// A line of a file that was not imported.
public struct RejectedLine: Hashable, Sendable {
    /// The line in the file, counted from 1.
    public let line: Int

    /// The character in the line, counted from 1.
    public let column: Int

    /// Why.
    public let reason: String

    /// The fields of the line, or its whole text where it cannot be taken apart.
    public let fields: [String]

    /// The name of the column that a file of rejects has for the reason.
    static let column = "reason"

    /// What a line that cannot be taken apart says, without its line end.
    static func text(_ bytes: [UInt8]) -> String {
        String(decoding: bytes.filter { $0 != 0x0A && $0 != 0x0D && $0 != 0 }, as: UTF8.self)
    }
}

/// A file that cannot be imported at all.
public struct ImportFault: Error, Hashable, Sendable {
    /// What is wrong, each with its place.
    public let findings: [String]

    /// Makes a fault of findings that name their places.
    public init(findings: [String]) { self.findings = findings }
}
