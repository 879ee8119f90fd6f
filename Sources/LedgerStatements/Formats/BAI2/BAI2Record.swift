/// One record of BAI2 with the records that continue it.
struct BAI2Record: Sendable {
    enum Code: String {
        case fileHeader = "01"
        case groupHeader = "02"
        case account = "03"
        case detail = "16"
        case accountTrailer = "49"
        case continuation = "88"
        case groupTrailer = "98"
        case fileTrailer = "99"

        /// The code that begins these bytes, if they begin a record.
        init?(startOf bytes: Bytes) {
            let third = bytes.dropFirst(2).first
            guard third == nil || third == UInt8(ascii: ",") || third == UInt8(ascii: "/") else {
                return nil
            }
            self.init(rawValue: String(decoding: bytes.prefix(2), as: UTF8.self))
        }

        /// Whether its last field is free text, in which a slash may stand.
        var endsInText: Bool { self == .detail || self == .continuation }
    }

    /// How a comma before the slash of a continued record is read.
    enum Reading {
        /// It ends an empty field.
        case strict
        /// It ends the field before it.
        case lax
    }

    private static let lengthLimit = 1 << 20

    let code: Code
    let place: StatementPlace
    private(set) var continuations = 0
    /// The contents of the record and of each continuation, without codes and ending slashes.
    private var parts: [Bytes]
    private var end: Int
    private var length: Int

    init(_ code: Code, _ bytes: Bytes, at place: StatementPlace) {
        self.code = code
        self.place = place
        parts = [Self.unended(bytes)]
        end = place.byteOffset + bytes.count
        length = bytes.count
    }

    var byteRange: Range<Int> { place.byteOffset..<end }

    /// Adds an 88 record; false when the record has become too long.
    mutating func extend(_ bytes: Bytes, at place: StatementPlace) -> Bool {
        continuations += 1
        parts.append(Self.unended(bytes).dropFirst(3))
        end = place.byteOffset + bytes.count
        length += bytes.count
        return length <= Self.lengthLimit
    }

    /// Adds a line that begins no record to the last part; false when it has become too long.
    mutating func wrap(_ bytes: Bytes, at place: StatementPlace) -> Bool {
        let last = parts.removeLast()
        parts.append(last + Self.unended(bytes))
        end = place.byteOffset + bytes.count
        length += bytes.count
        return length <= Self.lengthLimit
    }

    /// All fields, the code first.
    var fields: BAI2Fields { BAI2Fields(summaryFields(.strict)) }

    func summaryFields(_ reading: Reading) -> [Bytes] {
        var fields: [Bytes] = []
        for (index, part) in parts.enumerated() {
            var own = part.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
            let isContinued = index + 1 < parts.count
            if reading == .lax, isContinued, own.count > 1, own.last?.isEmpty == true {
                own.removeLast()
            }
            fields += own
        }
        return fields
    }

    /// The text that begins with the field at `index`: commas and line breaks belong to it.
    func text(after index: Int) -> Bytes {
        var seen = 0
        var text = Bytes()
        for part in parts {
            var rest = part
            while seen < index, let comma = rest.firstIndex(of: UInt8(ascii: ",")) {
                seen += 1
                rest = rest[(comma + 1)...]
            }
            guard seen >= index else {
                seen += 1
                continue
            }
            if !text.isEmpty { text.append(UInt8(ascii: " ")) }
            text += rest
        }
        return text
    }

    /// The control total of a trailer.
    var statedTotal: Int64? { try? MinorUnits.whole(fields.at(1)) }

    private static func unended(_ bytes: Bytes) -> Bytes {
        let trimmed = bytes.trimmedEnd
        return trimmed.last == UInt8(ascii: "/") ? trimmed.dropLast() : trimmed
    }
}

/// The fields of a record; those that are not there are empty.
struct BAI2Fields {
    private let fields: [Bytes]

    init(_ fields: [Bytes]) { self.fields = fields }

    var count: Int { fields.count }

    func at(_ index: Int) -> Bytes { index < fields.count ? fields[index].trimmed : [] }
}
