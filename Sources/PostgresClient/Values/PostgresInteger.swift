extension Int16: PostgresScalar {
    package static var postgresType: PostgresType { .int2 }
    package static var postgresArrayType: PostgresType { .int2Array }
    package static var usualSize: Int { 2 }

    package init(_ cell: PostgresCell) throws(PostgresCell.Failure) {
        self = try cell.integer(Int16.self)
    }

    package func encode(into bytes: inout [UInt8]) throws(PostgresError) {
        bytes.appendBigEndian(self)
    }
}

extension Int32: PostgresScalar {
    package static var postgresType: PostgresType { .int4 }
    package static var postgresArrayType: PostgresType { .int4Array }
    package static var readableTypes: [PostgresType] { [.int4, .int2] }
    package static var usualSize: Int { 4 }

    package init(_ cell: PostgresCell) throws(PostgresCell.Failure) {
        switch cell.type {
        case .int2: self = Int32(try cell.integer(Int16.self))
        default: self = try cell.integer(Int32.self)
        }
    }

    package func encode(into bytes: inout [UInt8]) throws(PostgresError) {
        bytes.appendBigEndian(self)
    }
}

extension Int64: PostgresScalar {
    package static var postgresType: PostgresType { .int8 }
    package static var postgresArrayType: PostgresType { .int8Array }
    package static var readableTypes: [PostgresType] { [.int8, .int4, .int2] }

    package init(_ cell: PostgresCell) throws(PostgresCell.Failure) {
        switch cell.type {
        case .int2: self = Int64(try cell.integer(Int16.self))
        case .int4: self = Int64(try cell.integer(Int32.self))
        default: self = try cell.integer(Int64.self)
        }
    }

    package func encode(into bytes: inout [UInt8]) throws(PostgresError) {
        bytes.appendBigEndian(self)
    }
}

extension Int: PostgresScalar {
    package static var postgresType: PostgresType { .int8 }
    package static var postgresArrayType: PostgresType { .int8Array }
    package static var readableTypes: [PostgresType] { Int64.readableTypes }

    package init(_ cell: PostgresCell) throws(PostgresCell.Failure) {
        self = Int(try Int64(cell))
    }

    package func encode(into bytes: inout [UInt8]) throws(PostgresError) {
        bytes.appendBigEndian(Int64(self))
    }
}
