package import LedgerStatements

/// Writes an invented statement of any length, with every control that its format has.
///
/// Lines come in pairs, money in and the same out again, so that balances can be written before
/// the lines to which they belong.
package protocol SampleFile: Sendable {
    static var format: StatementFormat { get }
    /// What a reader of these files has to be told.
    static var options: StatementOptions { get }

    init(lineCount: Int)

    /// The bytes before the lines.
    mutating func head() -> String
    /// The bytes of the line with this number, counted from 0.
    mutating func line(_ number: Int) -> String
    /// The bytes after the lines.
    mutating func tail() -> String
}

extension SampleFile {
    package static var options: StatementOptions { StatementOptions() }

    /// The whole file.
    package static func bytes(lineCount: Int) -> [UInt8] {
        var file = Self(lineCount: lineCount)
        var text = file.head()
        for number in 0..<lineCount { text += file.line(number) }
        return Array((text + file.tail()).utf8)
    }
}

/// The amounts of sample files.
package enum SampleAmount {
    package static let opening: Int64 = 1_000_000

    /// In cents, above zero.
    package static func magnitude(_ number: Int) -> Int64 {
        2500 + Int64(number / 2) * 7919 % 100_000
    }

    package static func isCredit(_ number: Int) -> Bool { number.isMultiple(of: 2) }

    package static func signed(_ number: Int) -> Int64 {
        isCredit(number) ? magnitude(number) : -magnitude(number)
    }

    /// What is left of the opening balance after so many lines.
    static func closing(after count: Int) -> Int64 {
        opening + (count.isMultiple(of: 2) ? 0 : magnitude(count - 1))
    }

    /// Units and two decimals around a mark.
    static func decimal(_ cents: Int64, mark: String = ".") -> String {
        let magnitude = cents.magnitude
        let decimals = magnitude % 100
        return (cents < 0 ? "-" : "") + String(magnitude / 100) + mark
            + (decimals < 10 ? "0" : "") + String(decimals)
    }

    /// A number with zeros before it.
    static func padded(_ number: Int64, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
