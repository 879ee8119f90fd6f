/// How people name a line of a statement: the number of the statement and the line in it, as 12:3.
public struct StatementLineName: Hashable, Sendable, CustomStringConvertible {
    /// The number of the statement, as listed.
    public let statement: Int64
    /// The line, counted from 1.
    public let ordinal: Int32

    /// Names a line.
    public init(statement: Int64, ordinal: Int32) {
        self.statement = statement
        self.ordinal = ordinal
    }

    /// Reads a name such as 12:3; nil for other words.
    public init?(_ text: some StringProtocol) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, let statement = Int64(parts[0]), let ordinal = Int32(parts[1]),
            statement > 0, ordinal > 0
        else { return nil }
        self.init(statement: statement, ordinal: ordinal)
    }

    /// The name as it is read.
    public var description: String { "\(statement):\(ordinal)" }
}

/// How people name a match: the number of the entry that made it and its place there, as 1234-2.
public struct MatchName: Hashable, Sendable, CustomStringConvertible {
    /// The number of the entry.
    public let entry: Int64
    /// The match, counted from 1.
    public let number: Int32

    /// Names a match.
    public init(entry: Int64, number: Int32) {
        self.entry = entry
        self.number = number
    }

    /// Reads a name such as 1234-2; nil for other words.
    public init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, let entry = Int64(parts[0]), let number = Int32(parts[1]),
            entry > 0, number > 0
        else { return nil }
        self.init(entry: entry, number: number)
    }

    /// The name as it is read.
    public var description: String { "\(entry)-\(number)" }
}
