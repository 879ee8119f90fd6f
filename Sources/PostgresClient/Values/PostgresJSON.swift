/// JSON text, bound as `jsonb` and read from `jsonb` or `json`; the server checks its grammar.
package struct PostgresJSON: Sendable, Hashable {
    package let text: String

    package init(_ text: String) { self.text = text }
}

extension PostgresJSON: PostgresScalar {
    package static var postgresType: PostgresType { .jsonb }
    package static var postgresArrayType: PostgresType { .jsonbArray }
    package static var readableTypes: [PostgresType] { [.jsonb, .json] }
    package static var usualSize: Int { 64 }

    /// The only version of the binary format of `jsonb`, sent in front of the text.
    private static let version: UInt8 = 1

    package init(_ cell: PostgresCell) throws(PostgresCell.Failure) {
        var reader = PostgresCellReader(cell)
        if cell.type == .jsonb {
            let version = try reader.integer(UInt8.self)
            guard version == Self.version else { throw .malformed("jsonb version \(version)") }
        }
        text = try String(reader.cell(.text, count: reader.remaining))
    }

    package func encode(into bytes: inout [UInt8]) throws(PostgresError) {
        bytes.append(Self.version)
        try text.encode(into: &bytes)
    }
}
