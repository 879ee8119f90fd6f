public import LedgerModel

/// One typed value in a report; each renderer writes it in its own form.
public enum ReportCell: Sendable, Hashable {
    /// Words.
    case text(String)
    /// An amount in whole cents.
    case money(Money)
    /// A day.
    case date(LedgerDate)
    /// A whole number.
    case count(Int64)
    /// The exact ratio `numerator / denominator`; a denominator of zero means "not applicable".
    case percent(numerator: Int64, denominator: Int64)
    /// Nothing to say; not the same as zero.
    case empty

    /// The date, or an empty cell where there is none.
    public static func date(ifKnown date: LedgerDate?) -> ReportCell {
        date.map(ReportCell.date) ?? .empty
    }

    /// The words, or an empty cell where there are none.
    public static func text(ifKnown text: String?) -> ReportCell {
        text.map(ReportCell.text) ?? .empty
    }
}
