extension Array: PostgresTyped where Element: PostgresArrayElement {
    package static var postgresType: PostgresType { Element.postgresArrayType }
}

extension Array: PostgresEncodable where Element: PostgresArrayElement {
    package func encode(into bytes: inout [UInt8]) throws(PostgresError) {
        try Element.encodeArray(self, into: &bytes)
    }
}

extension Array: PostgresDecodable where Element: PostgresArrayElement {
    package static func decode(_ cell: PostgresCell?) throws(PostgresCell.Failure) -> [Element] {
        guard let cell else { throw .null }
        return try Element.decodeArray(cell)
    }
}

extension PostgresScalar {
    package static func encodeArray(
        _ values: [Self],
        into bytes: inout [UInt8]
    ) throws(PostgresError) {
        ArrayHeader(count: values.count, type: postgresType, hasNull: false).append(to: &bytes)
        bytes.reserveCapacity(bytes.count + values.count * (usualSize + 4))
        for value in values { try value.appendElement(to: &bytes) }
    }

    package static func decodeArray(_ cell: PostgresCell) throws(PostgresCell.Failure) -> [Self] {
        var reader = PostgresCellReader(cell)
        let header = try ArrayHeader(&reader)
        guard readableTypes.contains(header.type) else { throw .type }
        var values: [Self] = []
        values.reserveCapacity(header.count)
        for _ in 0..<header.count {
            let size = try reader.integer(Int32.self)
            guard size >= 0 else { throw .malformed("a NULL element") }
            values.append(try Self(reader.cell(header.type, count: Int(size))))
        }
        guard reader.isAtEnd else { throw .malformed("bytes after the last element") }
        return values
    }

    func appendElement(to bytes: inout [UInt8]) throws(PostgresError) {
        let start = bytes.count
        bytes.appendBigEndian(Int32(0))
        try encode(into: &bytes)
        bytes.replaceBigEndian(Int32(truncatingIfNeeded: bytes.count - start - 4), at: start)
    }
}

extension Optional: PostgresArrayElement where Wrapped: PostgresScalar {
    package static var postgresArrayType: PostgresType { Wrapped.postgresArrayType }

    package static func encodeArray(
        _ values: [Wrapped?],
        into bytes: inout [UInt8]
    ) throws(PostgresError) {
        let hasNull = values.contains { $0 == nil }
        ArrayHeader(count: values.count, type: Wrapped.postgresType, hasNull: hasNull)
            .append(to: &bytes)
        bytes.reserveCapacity(bytes.count + values.count * (Wrapped.usualSize + 4))
        for value in values {
            if let value {
                try value.appendElement(to: &bytes)
            } else {
                bytes.appendBigEndian(Int32(-1))
            }
        }
    }

    package static func decodeArray(
        _ cell: PostgresCell
    ) throws(PostgresCell.Failure) -> [Wrapped?] {
        var reader = PostgresCellReader(cell)
        let header = try ArrayHeader(&reader)
        guard Wrapped.readableTypes.contains(header.type) else { throw .type }
        var values: [Wrapped?] = []
        values.reserveCapacity(header.count)
        for _ in 0..<header.count {
            let size = try reader.integer(Int32.self)
            let element = size < 0 ? nil : try reader.cell(header.type, count: Int(size))
            values.append(
                try element.map { (cell) throws(PostgresCell.Failure) in
                    try Wrapped(cell)
                }
            )
        }
        guard reader.isAtEnd else { throw .malformed("bytes after the last element") }
        return values
    }
}

/// The fixed part in front of the elements of a one-dimensional array.
private struct ArrayHeader {
    let count: Int
    let type: PostgresType
    let hasNull: Bool

    init(count: Int, type: PostgresType, hasNull: Bool) {
        self.count = count
        self.type = type
        self.hasNull = hasNull
    }

    init(_ reader: inout PostgresCellReader) throws(PostgresCell.Failure) {
        let dimensions = try reader.integer(Int32.self)
        hasNull = try reader.integer(Int32.self) != 0
        type = PostgresType(oid: try reader.integer(UInt32.self))
        guard dimensions == 1 else {
            guard dimensions == 0 else { throw .malformed("an array of \(dimensions) dimensions") }
            count = 0
            return
        }
        count = Int(try reader.integer(Int32.self))
        _ = try reader.integer(Int32.self)
        // Each element takes four bytes at least, so a forged count cannot reserve memory.
        guard count >= 0, count <= reader.remaining / 4 else { throw .malformed("its length") }
    }

    func append(to bytes: inout [UInt8]) {
        bytes.appendBigEndian(Int32(count == 0 ? 0 : 1))
        bytes.appendBigEndian(Int32(hasNull ? 1 : 0))
        bytes.appendBigEndian(type.oid)
        guard count > 0 else { return }
        bytes.appendBigEndian(Int32(truncatingIfNeeded: count))
        bytes.appendBigEndian(Int32(1))
    }
}
