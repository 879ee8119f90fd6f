/// One record as it stands in the file; text is made only when asked for.
package struct CSVRecord: Hashable, Sendable {
    /// The bytes of the record, quotes and line end included.
    package let bytes: [UInt8]
    /// The line on which the record begins, counted from 1.
    package let line: Int
    /// The byte of the file at which the record begins, counted from 0.
    package let byteOffset: Int
    let fields: [CSVField]

    /// The number of fields.
    package var count: Int { fields.count }

    /// The text of a field, doubled quotes made one.
    package subscript(index: Int) -> String {
        let field = fields[index]
        guard field.hasDoubledQuotes else {
            return String(decoding: bytes[field.content], as: UTF8.self)
        }
        return String(decoding: content(of: index), as: UTF8.self)
    }

    /// The texts of all fields.
    package var texts: [String] { fields.indices.map { self[$0] } }

    /// The bytes of a field's content, doubled quotes made one.
    package func content(of index: Int) -> ArraySlice<UInt8> {
        let field = fields[index]
        guard field.hasDoubledQuotes else { return bytes[field.content] }
        var content: [UInt8] = []
        content.reserveCapacity(field.content.count)
        var isSecond = false
        for byte in bytes[field.content] {
            isSecond = byte == UInt8(ascii: "\"") && !isSecond
            if !isSecond { content.append(byte) }
            if byte != UInt8(ascii: "\"") { isSecond = false }
        }
        return content[...]
    }

    /// The line and the character at which a field begins, its opening quote included.
    package func position(of index: Int) -> (line: Int, column: Int) {
        CSVPosition.of(fields[index].start, in: bytes, firstLine: line)
    }

    /// A fault in this record, placed at a field.
    package func finding(_ kind: CSVFinding.Kind, at index: Int) -> CSVFinding {
        let (line, column) = position(of: index)
        return CSVFinding(
            kind,
            line: line,
            column: column,
            byteOffset: byteOffset + fields[index].start
        )
    }
}
