package import LedgerModel

/// When a statute wants something done about money that was received.
package enum DueRule: Hashable, Sendable {
    /// The statute sets no time.
    case unstated
    /// Within so many months of the receipt.
    case afterReceipt(months: Int)
    /// By the last day of the month that lies so many months after the calendar quarter.
    case afterQuarter(months: Int)
    /// By one day of each year.
    case yearly(month: Int, day: Int)

    /// The last day for money received on `date`, nil when the statute sets none; `LG109` beyond
    /// the calendar.
    package func due(for date: LedgerDate) throws(LedgerRefusal) -> LedgerDate? {
        switch self {
        case .unstated:
            return nil
        case .afterReceipt(let months):
            return try date.adding(months: months)
        case .afterQuarter(let months):
            let toQuarterEnd = 2 - (date.month - 1) % 3
            return try date.firstOfMonth.adding(months: toQuarterEnd + months).lastOfMonth
        case .yearly(let month, let day):
            let sameYear = try LedgerDate(year: date.year, month: month, day: day)
            return date < sameYear ? sameYear : try sameYear.adding(months: 12)
        }
    }
}

extension StatuteRule {
    /// The last day on which money received on `date` can be sent on, nil when the statute sets
    /// none; `LG109` beyond the calendar.
    package func remittanceDue(
        receivedOn date: LedgerDate
    ) throws(LedgerRefusal) -> LedgerDate? { try remittance.due(for: date) }

    /// The first day after `date` on which a report is due, nil when the statute sets none;
    /// `LG109` beyond the calendar.
    package func reportDue(after date: LedgerDate) throws(LedgerRefusal) -> LedgerDate? {
        try report.due(for: date)
    }
}
