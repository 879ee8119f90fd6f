public import Foundation
public import LedgerModel
import LedgerStore

/// The day to which a court counts an event.
public enum BusinessDay: Hashable, Sendable {
    /// The court's today.
    case today
    /// A day that is known.
    case on(LedgerDate)
    /// The day by the court's clock at an instant.
    case at(Date)
}

extension LedgerDate {
    /// The day that the clock of a time zone shows at an instant.
    public init(_ instant: Date, in zone: TimeZone) throws {
        let offset = Double(zone.secondsFromGMT(for: instant))
        // 2000-01-01 is 10,957 days after the Unix epoch.
        let seconds = instant.timeIntervalSince1970 + offset - 10_957 * 86_400
        guard let days = Int32(exactly: (seconds / 86_400).rounded(.down)) else {
            throw LedgerRefusal(.dateNotValid, detail: "\(instant)")
        }
        try self.init(daysSince2000: days)
    }
}

extension Ledger {
    func date(_ day: BusinessDay, _ books: StoredBooks) throws -> LedgerDate {
        switch day {
        case .on(let date): return date
        case .today: return try date(.at(clock()), books)
        case .at(let instant):
            guard let zone = TimeZone(identifier: books.jurisdiction.timeZone) else {
                throw LedgerFailure.database("no time zone \(books.jurisdiction.timeZone)")
            }
            return try LedgerDate(instant, in: zone)
        }
    }
}
