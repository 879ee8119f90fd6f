import LedgerModel
import LedgerStore

/// Values in PostgreSQL's binary form as readers know them.
enum ValueText {
    static func of(_ bytes: [UInt8], type: UInt32) -> String {
        switch type {
        case TypeOID.text: String(decoding: bytes, as: UTF8.self)
        case TypeOID.bool: bytes == [1] ? "true" : "false"
        case TypeOID.int2, TypeOID.int4, TypeOID.int8: integer(bytes[...])
        case TypeOID.date: date(bytes[...])
        case TypeOID.timestamptz: InstantText.of(number(bytes[...]))
        case TypeOID.int2Array, TypeOID.int4Array, TypeOID.int8Array, TypeOID.textArray:
            array(bytes)
        default: Hex.text(bytes)
        }
    }

    private static func number(_ bytes: ArraySlice<UInt8>) -> Int64 {
        let negative = (bytes.first ?? 0) >= 0x80
        return bytes.prefix(8).reduce(negative ? -1 : 0) { $0 << 8 | Int64($1) }
    }

    private static func integer(_ bytes: ArraySlice<UInt8>) -> String { String(number(bytes)) }

    private static func date(_ bytes: ArraySlice<UInt8>) -> String {
        let days = number(bytes)
        return Int32(exactly: days).flatMap { try? LedgerDate(daysSince2000: $0) }
            .map { "\($0)" } ?? "\(days) days since 2000-01-01"
    }

    /// Reads the count of dimensions, whether NULLs are there, the type, length and lower bound of
    /// each dimension, and the elements.
    ///
    /// Arrays of the ledger have one dimension.
    private static func array(_ bytes: [UInt8]) -> String {
        guard bytes.count >= 20 else { return "{}" }
        let type = UInt32(truncatingIfNeeded: number(bytes[8..<12]))
        var elements: [String] = []
        var offset = 20
        while offset + 4 <= bytes.count {
            let length = Int(number(bytes[offset..<offset + 4]))
            offset += 4
            guard length >= 0 else {
                elements.append("NULL")
                continue
            }
            let end = min(offset + length, bytes.count)
            elements.append(of(Array(bytes[offset..<end]), type: type))
            offset = end
        }
        return "{" + elements.joined(separator: ", ") + "}"
    }
}
