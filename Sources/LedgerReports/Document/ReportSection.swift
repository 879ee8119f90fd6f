/// A table within a report: columns, lines, and the totals below them.
public struct ReportSection: Sendable {
    /// Where the rows come from.
    public enum Rows: Sendable {
        /// Rows in hand; a table measures them.
        case list([ReportRow])
        /// Rows fetched while writing; a table uses the width hints of the columns.
        case streamed(ReportSource<ReportRow>)
    }

    /// The machine name, unique within the report.
    public let key: String
    /// The caption that people read, if one is needed.
    public let title: String?
    /// The columns, in order; keys are unique.
    public let columns: [ReportColumn]
    /// The lines, then the totals.
    public let rows: Rows

    /// Whether rows are fetched while writing.
    var isStreamed: Bool {
        if case .streamed = rows { true } else { false }
    }

    /// Makes a section from rows in hand.
    public init(
        _ key: String,
        title: String? = nil,
        columns: [ReportColumn],
        rows: [ReportRow],
        totals: [ReportRow] = []
    ) {
        self.key = key
        self.title = title
        self.columns = columns
        self.rows = .list(rows + totals)
    }

    /// Makes a section from rows fetched while writing; its totals are the last rows pulled.
    public init(
        _ key: String,
        title: String? = nil,
        columns: [ReportColumn],
        source: ReportSource<ReportRow>
    ) {
        self.key = key
        self.title = title
        self.columns = columns
        self.rows = .streamed(source)
    }
}
