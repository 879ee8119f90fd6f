extension String: PostgresScalar {
    package static var postgresType: PostgresType { .text }
    package static var postgresArrayType: PostgresType { .textArray }
    package static var readableTypes: [PostgresType] {
        [.text, .varchar, .bpchar, .name, .json, .unknown]
    }
    package static var usualSize: Int { 16 }

    package init(_ cell: PostgresCell) throws(PostgresCell.Failure) {
        guard let text = unsafe String(validating: cell.bytes, as: UTF8.self) else {
            throw .malformed("not UTF-8")
        }
        self = text
    }

    package func encode(into bytes: inout [UInt8]) throws(PostgresError) {
        let start = bytes.count
        bytes.append(contentsOf: utf8)
        try PostgresText.refuseNUL(in: bytes[start...])
    }
}

/// Bytes from outside, such as a file, that were checked to be text before they are bound.
package struct PostgresText: Sendable, Hashable {
    package let string: String

    /// Refuses invalid UTF-8 and NUL, naming the offset of the first bad byte.
    package init(bytes: some Collection<UInt8>) throws(PostgresError) {
        guard let string = String(validating: bytes, as: UTF8.self) else {
            let offset = Self.validPrefix(of: Array(bytes))
            throw PostgresError(.encoding, "text is not UTF-8 at byte \(offset)")
        }
        try Self.refuseNUL(in: bytes)
        self.string = string
    }

    static func refuseNUL(in bytes: some Collection<UInt8>) throws(PostgresError) {
        guard let index = bytes.firstIndex(of: 0) else { return }
        let offset = bytes.distance(from: bytes.startIndex, to: index)
        throw PostgresError(.encoding, "text holds a NUL at byte \(offset)")
    }

    private static func validPrefix(of bytes: [UInt8]) -> Int {
        var decoder = UTF8()
        var source = bytes.makeIterator()
        var offset = 0
        while case .scalarValue(let scalar) = decoder.decode(&source) {
            offset += UTF8.width(scalar)
        }
        return offset
    }
}

extension PostgresText: PostgresScalar {
    package static var postgresType: PostgresType { .text }
    package static var postgresArrayType: PostgresType { .textArray }
    package static var readableTypes: [PostgresType] { String.readableTypes }
    package static var usualSize: Int { 16 }

    package init(_ cell: PostgresCell) throws(PostgresCell.Failure) {
        string = try String(cell)
    }

    package func encode(into bytes: inout [UInt8]) throws(PostgresError) {
        bytes.append(contentsOf: string.utf8)
    }
}
