import LedgerModel

/// How a file writes days, as declared by a pattern of YYYY, MM or M, DD or D and what is between.
struct DateFormat: Hashable, Sendable {
    private enum Part: Hashable, Sendable {
        case year
        case month(isPadded: Bool)
        case day(isPadded: Bool)
        case mark(UInt8)
    }

    private let parts: [Part]
    let pattern: String

    /// Reads a pattern; nil unless it has one year of four digits, one month and one day.
    init?(_ pattern: String) {
        var parts: [Part] = []
        var rest = Substring(pattern)
        while let first = rest.utf8.first {
            let run = rest.prefix { $0.utf8.first == first }
            switch (first, run.utf8.count) {
            case (UInt8(ascii: "Y"), 4): parts.append(.year)
            case (UInt8(ascii: "M"), 1...2): parts.append(.month(isPadded: run.utf8.count == 2))
            case (UInt8(ascii: "D"), 1...2): parts.append(.day(isPadded: run.utf8.count == 2))
            case (UInt8(ascii: "-"), _), (UInt8(ascii: "/"), _), (UInt8(ascii: "."), _),
                (UInt8(ascii: " "), _):
                parts += run.utf8.map { .mark($0) }
            default: return nil
            }
            rest = rest.dropFirst(run.count)
        }
        let kinds = parts.map { part in
            switch part {
            case .year: "Y"
            case .month: "M"
            case .day: "D"
            case .mark: ""
            }
        }
        guard kinds.joined().sorted() == ["D", "M", "Y"] else { return nil }
        self.parts = parts
        self.pattern = pattern
    }

    func date(_ text: String) throws(LedgerRefusal) -> LedgerDate {
        let refusal = LedgerRefusal(
            .dateNotValid,
            detail: "\"\(text.prefix(40))\" is not written \(pattern)"
        )
        var rest = Array(text.utf8)[...]
        var (year, month, day) = (0, 0, 0)
        for part in parts {
            let number: Int?
            switch part {
            case .mark(let mark): number = rest.popFirst() == mark ? 0 : nil
            case .year:
                number = Self.number(4, isPadded: true, &rest)
                year = number ?? 0
            case .month(let isPadded):
                number = Self.number(2, isPadded: isPadded, &rest)
                month = number ?? 0
            case .day(let isPadded):
                number = Self.number(2, isPadded: isPadded, &rest)
                day = number ?? 0
            }
            if number == nil { throw refusal }
        }
        guard rest.isEmpty else { throw refusal }
        return try LedgerDate(year: year, month: month, day: day)
    }

    private static func number(
        _ length: Int,
        isPadded: Bool,
        _ rest: inout ArraySlice<UInt8>
    ) -> Int? {
        let digits = rest.prefix(length).prefix { (0x30...0x39) ~= $0 }
        guard isPadded ? digits.count == length : !digits.isEmpty else { return nil }
        rest = rest.dropFirst(digits.count)
        return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }
}
