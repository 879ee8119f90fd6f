import LedgerModel
import LedgerOperations

extension BusinessDay {
    /// A day that may have been named; the court's today when it was not.
    static func on(ifKnown date: LedgerDate?) -> BusinessDay { date.map(BusinessDay.on) ?? .today }
}
