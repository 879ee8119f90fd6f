/// How long a period of a report is; quarters and years are those of the fiscal year.
public enum ReportPeriod: String, CaseIterable, Hashable, Sendable, Codable {
    /// A calendar month.
    case month
    /// Three months of the fiscal year.
    case quarter
    /// A fiscal year, named by the calendar year in which it ends.
    case year
}
