/// A type that the server knows too.
package protocol PostgresTyped: Sendable {
    static var postgresType: PostgresType { get }
}

/// A value that can be bound to a parameter, in the server's binary format.
package protocol PostgresEncodable: PostgresTyped {
    var isPostgresNull: Bool { get }
    /// Appends the value without its length; never called for NULL.
    func encode(into bytes: inout [UInt8]) throws(PostgresError)
}

/// A value that can be read from a column, in the server's binary format.
package protocol PostgresDecodable: PostgresTyped {
    static func decode(_ cell: PostgresCell?) throws(PostgresCell.Failure) -> Self
}

/// A type with one value per column, which also has an array type on the server.
package protocol PostgresScalar: PostgresEncodable, PostgresDecodable, PostgresArrayElement {
    /// Every server type that reads as this one without loss.
    static var readableTypes: [PostgresType] { get }
    /// Bytes that one value usually takes; only a hint for buffers.
    static var usualSize: Int { get }
    init(_ cell: PostgresCell) throws(PostgresCell.Failure)
}

/// What an array of values knows about itself; `[UInt8]` answers as one `bytea`.
package protocol PostgresArrayElement: Sendable {
    static var postgresArrayType: PostgresType { get }
    static func encodeArray(_ values: [Self], into bytes: inout [UInt8]) throws(PostgresError)
    static func decodeArray(_ cell: PostgresCell) throws(PostgresCell.Failure) -> [Self]
}

extension PostgresEncodable {
    package var isPostgresNull: Bool { false }
}

extension PostgresScalar {
    package static var readableTypes: [PostgresType] { [postgresType] }
    package static var usualSize: Int { 8 }

    package static func decode(_ cell: PostgresCell?) throws(PostgresCell.Failure) -> Self {
        guard let cell else { throw .null }
        guard readableTypes.contains(cell.type) else { throw .type }
        return try Self(cell)
    }
}

extension Optional: PostgresTyped where Wrapped: PostgresTyped {
    package static var postgresType: PostgresType { Wrapped.postgresType }
}

extension Optional: PostgresEncodable where Wrapped: PostgresEncodable {
    package var isPostgresNull: Bool {
        switch self {
        case .none: true
        case .some(let value): value.isPostgresNull
        }
    }

    package func encode(into bytes: inout [UInt8]) throws(PostgresError) {
        if case .some(let value) = self { try value.encode(into: &bytes) }
    }
}

extension Optional: PostgresDecodable where Wrapped: PostgresDecodable {
    package static func decode(_ cell: PostgresCell?) throws(PostgresCell.Failure) -> Wrapped? {
        if cell == nil { nil } else { try Wrapped.decode(cell) }
    }
}
