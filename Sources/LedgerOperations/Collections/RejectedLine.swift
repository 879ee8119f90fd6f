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

    /// The line for a file of rejects, which can be corrected and imported as it is.
    func csv(columns: [String]) -> [UInt8] {
        var values: [String] = []
        for (index, name) in columns.enumerated() {
            let isReason = name.lowercased() == Self.column
            let field = index < fields.count ? fields[index] : ""
            values.append(isReason ? "line \(line), column \(column): \(reason)" : field)
        }
        return Self.csv(values)
    }

    static func csv(_ values: [String]) -> [UInt8] {
        let quoted = values.map { value in
            let needsQuotes = value.utf8.contains { byte in
                [UInt8(ascii: ","), UInt8(ascii: "\""), 0x0A, 0x0D].contains(byte)
            }
            guard needsQuotes else { return value }
            let doubled = value.split(separator: "\"", omittingEmptySubsequences: false)
            return "\"\(doubled.joined(separator: "\"\""))\""
        }
        return Array(quoted.joined(separator: ",").utf8) + [0x0D, 0x0A]
    }

    /// What a line that cannot be taken apart says, without its line end.
    static func text(_ bytes: [UInt8]) -> String {
        String(decoding: bytes.filter { $0 != 0x0A && $0 != 0x0D && $0 != 0 }, as: UTF8.self)
    }
}

/// A file that cannot be imported at all.
public struct ImportFault: Error, Hashable, Sendable {
    /// What is wrong, each with its place.
    public let findings: [String]
}
