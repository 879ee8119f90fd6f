/// What is wrong with a record, and exactly where.
package struct CSVFinding: Hashable, Sendable {
    /// What is wrong.
    package enum Kind: Hashable, Sendable {
        /// A quoted field is not closed before the end of the file; the place is its quote.
        case unterminatedQuote
        /// A quote stands inside a field that does not begin with one.
        case strayQuote
        /// Something other than a separator or a line end follows a closing quote.
        case textAfterQuote
        /// A carriage return outside quotes is not followed by a line feed.
        case strayCarriageReturn
        /// The bytes are not UTF-8.
        case invalidUTF8
        /// A byte is zero.
        case nulByte
        /// The record is longer than the reader accepts.
        case recordTooLarge(limit: Int)
        /// The record has more fields than the header; the place is the first one too many.
        case tooManyFields(expected: Int, found: Int)
        /// The record has fewer fields than the header; the place is its last field.
        case tooFewFields(expected: Int, found: Int)
        /// The header has a column that nobody asked for.
        case unknownColumn(name: String, suggestion: String?)
        /// The header names a column twice; the place is the second.
        case duplicateColumn(name: String)
        /// The header lacks a column.
        case missingColumn(name: String)
    }

    /// What is wrong.
    package let kind: Kind
    /// The line, counted from 1.
    package let line: Int
    /// The character in the line, counted from 1.
    package let column: Int
    /// The byte in the file, counted from 0.
    package let byteOffset: Int

    package init(_ kind: Kind, line: Int, column: Int, byteOffset: Int) {
        self.kind = kind
        self.line = line
        self.column = column
        self.byteOffset = byteOffset
    }
}

extension CSVFinding: CustomStringConvertible {
    /// The place and the fault on one line.
    package var description: String { "line \(line), column \(column): \(kind.explanation)" }
}

extension CSVFinding.Kind {
    /// The fault in words.
    package var explanation: String {
        switch self {
        case .unterminatedQuote: "the quote that opens here is never closed"
        case .strayQuote: "a quote stands inside a field that does not begin with one"
        case .textAfterQuote: "text follows a closing quote"
        case .strayCarriageReturn: "a carriage return is not followed by a line feed"
        case .invalidUTF8: "the bytes are not UTF-8"
        case .nulByte: "a byte is zero"
        case .recordTooLarge(let limit): "the record is longer than \(limit) bytes"
        case .tooManyFields(let expected, let found):
            "the record has \(found) fields where the header has \(expected)"
        case .tooFewFields(let expected, let found):
            "the record has only \(found) fields where the header has \(expected)"
        case .unknownColumn(let name, .some(let suggestion)):
            "the column \"\(name)\" is not known; did you mean \"\(suggestion)\"?"
        case .unknownColumn(let name, nil): "the column \"\(name)\" is not known"
        case .duplicateColumn(let name): "the column \"\(name)\" appears twice"
        case .missingColumn(let name): "the column \"\(name)\" is missing"
        }
    }
}
