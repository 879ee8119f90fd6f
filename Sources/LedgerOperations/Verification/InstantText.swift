import Foundation
import LedgerModel

/// Instants as text, to the microsecond, in UTC.
enum InstantText {
    private static let day: Int64 = 86_400_000_000

    static func of(_ microseconds: Int64) -> String {
        let (days, rest) = floorDivide(microseconds, day)
        let date = Int32(exactly: days).flatMap { try? LedgerDate(daysSince2000: $0) }
        let second = rest / 1_000_000
        let parts = [second / 3600, second / 60 % 60, second % 60].map { padded($0, 2) }
        let fraction = padded(rest % 1_000_000, 6)
        return "\(date.map { "\($0)" } ?? "\(days)")T\(parts.joined(separator: ":")).\(fraction)Z"
    }

    static func microseconds(_ text: String) -> Int64? {
        let parts = text.dropLast().split(separator: "T")
        guard text.hasSuffix("Z"), parts.count == 2,
            let date = try? LedgerDate(iso: String(parts[0]))
        else { return nil }
        let fields = parts[1].split { $0 == ":" || $0 == "." }.map { Int64($0) }
        guard fields.count == 4, let hour = fields[0], let minute = fields[1],
            let second = fields[2], let fraction = fields[3]
        else { return nil }
        let seconds = hour * 3600 + minute * 60 + second
        return Int64(date.daysSince2000) * day + seconds * 1_000_000 + fraction
    }

    private static func floorDivide(_ value: Int64, _ by: Int64) -> (Int64, Int64) {
        let rest = ((value % by) + by) % by
        return ((value - rest) / by, rest)
    }

    private static func padded(_ number: Int64, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
