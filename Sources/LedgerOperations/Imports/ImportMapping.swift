/// How the files of one source are read: which column is what, and how it is written.
///
/// Kept as a YAML file for each source; nothing about a file is guessed.
public struct ImportMapping: Hashable, Sendable {
    /// Where the value of a field comes from.
    enum Origin: Hashable, Sendable {
        case column(String)
        /// Counted from 1.
        case position(Int)
        case constant(String)
    }

    struct Field: Hashable, Sendable {
        let origin: Origin
        /// What the values of the file mean; nil where they are taken as they are.
        var values: [String: String]?
        var amount = AmountFormat()
        var date: DateFormat?
        let line: Int
    }

    /// The last line of a file, which says what it should hold; positions are counted from 1.
    struct Trailer: Hashable, Sendable {
        let beginning: String
        let count: Int?
        let sum: Int?
        let line: Int
    }

    /// The file of the mapping, as the caller named it.
    public let file: String

    /// What the lines of the files are.
    public let kind: ImportKind

    /// The name under which their receipt numbers are unique.
    public let source: String

    let encoding: FileEncoding
    let separator: UInt8
    /// How many columns a file without a header has; nil for files with one.
    let columnCount: Int?
    let fields: [String: Field]
    let ignored: [String]
    let trailer: Trailer?

    /// What each field is read from, in words, in the order of the fields.
    public var summary: [(field: String, origin: String)] {
        (kind.required + kind.optional).compactMap { name in
            guard let field = fields[name] else { return nil }
            var words =
                switch field.origin {
                case .column(let column): "column \(column)"
                case .position(let position): "position \(position)"
                case .constant(let value): "always \(value)"
                }
            if let date = field.date { words += ", written \(date.pattern)" }
            if let values = field.values { words += ", \(values.count) values" }
            return (name, words)
        }
    }
}
