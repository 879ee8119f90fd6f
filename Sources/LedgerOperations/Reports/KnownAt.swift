public import LedgerModel

/// A moment of knowledge: reports show what was recorded and sealed until then.
public enum KnownAt: Hashable, Sendable {
    /// The end of a day by the clock of the courts.
    case endOf(LedgerDate)
    /// An instant, in microseconds since 2000-01-01 00:00 UTC.
    case instant(microsecondsSince2000: Int64)

    /// Reads `2025-03-31` as the end of that day, `2025-03-31T17:00:00Z` as that instant.
    public init?(_ text: String) {
        if let day = try? LedgerDate(iso: text) {
            self = .endOf(day)
            return
        }
        let bytes = Array(text.utf8)
        guard bytes.count == 20, bytes[10] == UInt8(ascii: "T"), bytes[19] == UInt8(ascii: "Z"),
            bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":"),
            let day = try? LedgerDate(iso: String(text.prefix(10))),
            let hour = Self.number(bytes[11..<13], below: 24),
            let minute = Self.number(bytes[14..<16], below: 60),
            let second = Self.number(bytes[17..<19], below: 60)
        else { return nil }
        let seconds = Int64(day.daysSince2000) * 86_400 + hour * 3_600 + minute * 60 + second
        self = .instant(microsecondsSince2000: seconds * 1_000_000)
    }

    private static func number(_ digits: ArraySlice<UInt8>, below limit: Int64) -> Int64? {
        guard digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        let number = digits.reduce(0) { $0 * 10 + Int64($1 - 0x30) }
        return number < limit ? number : nil
    }
}
