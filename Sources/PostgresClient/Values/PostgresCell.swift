/// The bytes of one value that is not NULL, valid while the result that holds them lives.
@safe
package struct PostgresCell {
    package let type: PostgresType
    package let bytes: UnsafeRawBufferPointer

    package enum Failure: Error {
        case null
        case type
        case malformed(String)
    }

    package var count: Int { unsafe bytes.count }

    /// Reads a big-endian integer that fills the whole cell.
    package func integer<T: FixedWidthInteger>(_: T.Type) throws(Failure) -> T {
        guard count == MemoryLayout<T>.size else {
            throw .malformed("\(count) bytes instead of \(MemoryLayout<T>.size)")
        }
        return T(bigEndian: unsafe bytes.loadUnaligned(as: T.self))
    }
}

/// Walks over a cell; every step is checked against its end.
@safe
struct PostgresCellReader {
    private let bytes: UnsafeRawBufferPointer
    private var offset = 0

    init(_ cell: PostgresCell) { unsafe bytes = cell.bytes }

    var isAtEnd: Bool { unsafe offset == bytes.count }
    var remaining: Int { unsafe bytes.count - offset }

    mutating func integer<T: FixedWidthInteger>(_: T.Type) throws(PostgresCell.Failure) -> T {
        guard MemoryLayout<T>.size <= remaining else { throw .malformed("ends too early") }
        defer { offset += MemoryLayout<T>.size }
        return T(bigEndian: unsafe bytes.loadUnaligned(fromByteOffset: offset, as: T.self))
    }

    mutating func cell(
        _ type: PostgresType,
        count: Int
    ) throws(PostgresCell.Failure) -> PostgresCell {
        guard count >= 0, count <= remaining else { throw .malformed("ends too early") }
        defer { offset += count }
        return unsafe PostgresCell(
            type: type,
            bytes: UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + count])
        )
    }
}

extension [UInt8] {
    mutating func appendBigEndian<T: FixedWidthInteger>(_ value: T) {
        unsafe Swift.withUnsafeBytes(of: value.bigEndian) { raw in
            unsafe append(contentsOf: raw)
        }
    }

    mutating func replaceBigEndian(_ value: Int32, at offset: Int) {
        unsafe Swift.withUnsafeBytes(of: value.bigEndian) { raw in
            for index in 0..<4 { self[offset + index] = unsafe raw[index] }
        }
    }
}
