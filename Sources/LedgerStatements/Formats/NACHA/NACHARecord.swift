/// One record of 94 characters; blanks that were cut off at its end are there again.
struct NACHARecord: Sendable {
    let place: StatementPlace
    let byteRange: Range<Int>
    private let content: Bytes

    init(_ record: SourceRecord) {
        place = record.place
        byteRange = record.byteRange
        content = record.bytes
    }

    var type: UInt8 { content.first ?? 0 }
    var length: Int { content.count }

    /// Nines that fill a block.
    var isFiller: Bool { content.allSatisfy { $0 == UInt8(ascii: "9") } }

    /// The bytes at places counted from 0.
    func bytes(_ places: Range<Int>) -> Bytes { content.at(places) }

    func text(_ places: Range<Int>) -> String { bytes(places).trimmed.text }

    func number(_ places: Range<Int>) -> Int? { bytes(places).trimmed.number }
}
