// `[UInt8]` is the server's `bytea`, not an array of small numbers (which the server lacks).
extension UInt8: PostgresArrayElement {
    package static var postgresArrayType: PostgresType { .bytea }

    package static func encodeArray(
        _ values: [UInt8],
        into bytes: inout [UInt8]
    ) throws(PostgresError) {
        bytes.append(contentsOf: values)
    }

    package static func decodeArray(_ cell: PostgresCell) throws(PostgresCell.Failure) -> [UInt8] {
        guard cell.type == .bytea else { throw .type }
        return try [UInt8](cell)
    }
}

extension [UInt8]: PostgresArrayElement {
    package static var postgresArrayType: PostgresType { .byteaArray }
}

extension [UInt8]: PostgresScalar {
    package static var usualSize: Int { 32 }

    package init(_ cell: PostgresCell) throws(PostgresCell.Failure) {
        self = unsafe Array(cell.bytes)
    }
}
