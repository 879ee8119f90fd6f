/// One tagged field with all its lines.
struct MT940Field: Sendable {
    enum Tag: String {
        case reference = "20"
        case related = "21"
        case account = "25"
        case number = "28"
        case opening = "60F"
        case openingPage = "60M"
        case line = "61"
        case information = "86"
        case closing = "62F"
        case closingPage = "62M"
        case available = "64"
        case forwardAvailable = "65"
        case floorLimit = "34F"
        case created = "13"
        case debits = "90D"
        case credits = "90C"
        case other = "NS"

        /// The tag between two colons; nil for what only looks like one.
        init?(_ bytes: Bytes) {
            switch bytes.text {
            case "28C": self = .number
            case "13D": self = .created
            case "25P": self = .account
            case "940", "942", "950": self = .other
            case let text: self.init(rawValue: text)
            }
        }
    }

    let tag: Tag
    let place: StatementPlace
    let firstLine: Bytes
    /// All lines, with a line feed between them.
    private(set) var content: Bytes
    private var length: Int

    /// The field that begins a line, if the line begins one.
    init?(startOf line: Bytes, at place: StatementPlace) {
        guard line.first == UInt8(ascii: ":"),
            let end = line.dropFirst().prefix(4).firstIndex(of: UInt8(ascii: ":")),
            let tag = Tag(line[(line.startIndex + 1)..<end])
        else { return nil }
        self.tag = tag
        self.place = place
        firstLine = line[(end + 1)...]
        content = firstLine
        length = line.count
    }

    var byteRange: Range<Int> { place.byteOffset..<place.byteOffset + length }

    /// The lines after the first.
    var furtherLines: Bytes { content.dropFirst(firstLine.count + 1) }

    /// Adds a line; false when the field has become too long.
    mutating func append(_ line: Bytes, limit: Int) -> Bool {
        content.append(0x0A)
        content += line
        length += line.count + 1
        return content.count <= limit
    }

    /// Where the text block of an envelope begins in a line.
    static func startOfText(in line: Bytes) -> Int? {
        var index = line.startIndex
        while index + 2 < line.endIndex {
            if line[index] == UInt8(ascii: "{"), line[index + 1] == UInt8(ascii: "4"),
                line[index + 2] == UInt8(ascii: ":")
            {
                return index + 3
            }
            index += 1
        }
        return nil
    }

    /// Whether a line that begins with a hyphen ends the message.
    static func endsBlock(_ line: Bytes) -> Bool {
        let rest = line.dropFirst().trimmed
        return rest.isEmpty || rest.first == UInt8(ascii: "}")
    }
}
