/// What an addenda record adds to its entry.
struct NACHAAddenda {
    /// A return or a correction.
    let notice: ReturnNotice?
    /// Payment information, or the parties of an international entry.
    let information: Bytes

    private static let dishonored: Set = ["R61", "R62", "R67", "R68", "R69", "R70"]
    private static let contested: Set = ["R71", "R72", "R73", "R74", "R75", "R76", "R77"]

    init(_ record: NACHARecord) {
        information = record.bytes(3..<83).trimmed
        switch record.bytes(1..<3).number {
        case 99: notice = Self.returned(record)
        case 98: notice = Self.change(record)
        default: notice = nil
        }
    }

    private static func returned(_ record: NACHARecord) -> ReturnNotice {
        let code = record.text(3..<6)
        let isDishonored = dishonored.contains(code)
        let isContested = contested.contains(code)
        var notice = ReturnNotice(
            kind: isDishonored ? .dishonored : isContested ? .contested : .returned,
            reasonCode: code
        )
        notice.originalTrace = optional(record.text(6..<21))
        notice.originalBank = optional(record.text(27..<35))
        if isDishonored || isContested {
            notice.returnTrace = optional(record.text(38..<53))
            notice.information = isDishonored ? record.text(58..<79) : ""
        } else {
            notice.information = record.text(35..<79)
        }
        return notice
    }

    private static func change(_ record: NACHARecord) -> ReturnNotice {
        var notice = ReturnNotice(kind: .notificationOfChange, reasonCode: record.text(3..<6))
        notice.originalTrace = optional(record.text(6..<21))
        notice.originalBank = optional(record.text(27..<35))
        notice.information = record.text(35..<64)
        return notice
    }

    private static func optional(_ text: String) -> String? { text.isEmpty ? nil : text }
}
