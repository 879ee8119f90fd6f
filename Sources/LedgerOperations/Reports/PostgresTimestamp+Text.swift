import LedgerModel
import PostgresClient

extension PostgresTimestamp {
    private static let day: Int64 = 86_400_000_000

    /// The day in UTC.
    var date: LedgerDate? {
        let days = microsecondsSince2000 / Self.day - (microsecondsSince2000 % Self.day < 0 ? 1 : 0)
        return Int32(exactly: days).flatMap { try? LedgerDate(daysSince2000: $0) }
    }

    /// ISO 8601 in UTC, to the second.
    var text: String {
        guard let date else { return "never" }
        let seconds = (microsecondsSince2000 - Int64(date.daysSince2000) * Self.day) / 1_000_000
        let parts = [seconds / 3_600, seconds / 60 % 60, seconds % 60].map {
            ($0 < 10 ? "0" : "") + "\($0)"
        }
        return "\(date)T\(parts.joined(separator: ":"))Z"
    }
}
