/// One column of a section: what it holds, under which name, and how wide it is meant to be.
public struct ReportColumn: Sendable, Hashable {
    /// What the cells of a column are; it decides alignment and whether a table may shorten them.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// Words; the only kind that a table may shorten.
        case text
        /// Amounts in whole cents.
        case money
        /// Days of the calendar.
        case date
        /// Whole numbers.
        case count
        /// Exact ratios, shown in hundredths.
        case percent
    }

    /// The side on which cells line up.
    public enum Alignment: String, Sendable, Hashable {
        /// Ragged on the right.
        case leading
        /// Ragged on the left, as numbers are read.
        case trailing
    }

    /// The machine name, the same in JSON and CSV, such as `opening`.
    public let key: String
    /// The name people read.
    public let heading: String
    /// What the cells are.
    public let kind: Kind
    /// The side on which cells line up.
    public let alignment: Alignment
    /// The width, in terminal cells, that a table gives the column when rows are streamed.
    public let widthHint: Int

    /// Describes a column; alignment and width follow from the kind unless given.
    public init(
        _ key: String,
        _ heading: String,
        _ kind: Kind,
        alignment: Alignment? = nil,
        widthHint: Int? = nil
    ) {
        self.key = key
        self.heading = heading
        self.kind = kind
        self.alignment = alignment ?? (kind == .text || kind == .date ? .leading : .trailing)
        self.widthHint = widthHint ?? Self.usualWidth(of: kind)
    }

    private static func usualWidth(of kind: Kind) -> Int {
        switch kind {
        case .text: 24
        case .money: 16
        case .date: 10
        case .count: 10
        case .percent: 8
        }
    }
}
