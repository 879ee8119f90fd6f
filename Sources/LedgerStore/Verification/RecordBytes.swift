/// Records in PostgreSQL's binary form, written value by value behind a prefix.
package struct RecordBytes: Sendable {
    package private(set) var bytes: [UInt8]

    package init(_ prefix: [UInt8]) { bytes = prefix }

    /// Begins a record; a row of an entry has the tag of its table in front.
    package mutating func begin(tag: Int16? = nil, columns: Int) {
        if let tag { bytes.appendNetwork(tag) }
        bytes.appendNetwork(Int32(columns))
    }

    package mutating func append(_ value: [UInt8]?, type: UInt32) {
        bytes.appendNetwork(type)
        bytes.appendNetwork(value.map { Int32($0.count) } ?? -1)
        if let value { bytes.append(contentsOf: value) }
    }

    package mutating func append(_ text: String) { append(Array(text.utf8), type: TypeOID.text) }

    package mutating func append(_ number: Int64) {
        append(number.networkBytes, type: TypeOID.int8)
    }

    package mutating func append(_ number: Int32) {
        append(number.networkBytes, type: TypeOID.int4)
    }

    package mutating func append(_ texts: [String]) {
        var value: [UInt8] = []
        value.appendNetwork(Int32(texts.isEmpty ? 0 : 1))
        value.appendNetwork(Int32(0))
        value.appendNetwork(TypeOID.text)
        if !texts.isEmpty {
            value.appendNetwork(Int32(texts.count))
            value.appendNetwork(Int32(1))
        }
        for text in texts {
            value.appendNetwork(Int32(text.utf8.count))
            value.append(contentsOf: text.utf8)
        }
        append(value, type: TypeOID.textArray)
    }
}

extension [UInt8] {
    mutating func appendNetwork(_ value: some FixedWidthInteger) {
        Swift.withUnsafeBytes(of: value.bigEndian) { append(contentsOf: $0) }
    }
}

extension FixedWidthInteger {
    var networkBytes: [UInt8] { withUnsafeBytes(of: bigEndian) { Array($0) } }

    init(network bytes: UnsafeRawBufferPointer, at offset: Int) {
        self = Self(bigEndian: bytes.loadUnaligned(fromByteOffset: offset, as: Self.self))
    }
}
