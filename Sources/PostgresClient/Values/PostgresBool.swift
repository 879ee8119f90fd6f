extension Bool: PostgresScalar {
    package static var postgresType: PostgresType { .bool }
    package static var postgresArrayType: PostgresType { .boolArray }
    package static var usualSize: Int { 1 }

    package init(_ cell: PostgresCell) throws(PostgresCell.Failure) {
        switch try cell.integer(UInt8.self) {
        case 0: self = false
        case 1: self = true
        case let other: throw .malformed("\(other) is no truth value")
        }
    }

    package func encode(into bytes: inout [UInt8]) throws(PostgresError) {
        bytes.append(self ? 1 : 0)
    }
}
