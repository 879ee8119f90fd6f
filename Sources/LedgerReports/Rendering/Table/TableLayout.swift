/// The widths of a section's columns, or the decision to set its rows one value to a line.
struct TableLayout {
    /// The spaces between two columns.
    static let gap = 2
    /// A text column is not made narrower than this; a table that would need it is stacked.
    private static let narrowest = 6

    /// The width of each column; nil when rows are stacked.
    let widths: [Int]?

    /// Fits columns into the width that is there.
    init(_ section: ReportSection, within limit: Int?) {
        var widths = section.columns.map { TableCell(.text($0.heading)).width }
        switch section.rows {
        case .list(let rows):
            for row in rows {
                for (index, cell) in row.cells.enumerated() {
                    let depth = index == 0 ? row.depth : 0
                    widths[index] = max(widths[index], TableCell(cell, depth: depth).width)
                }
            }
        case .streamed:
            for (index, column) in section.columns.enumerated() {
                widths[index] = max(widths[index], column.widthHint)
            }
        }
        let canShrink = section.columns.map { $0.kind == .text }
        self.widths = limit.map { Self.fitted(widths, canShrink, to: $0) } ?? widths
    }

    /// Takes cells from the widest text column, one by one, until the table fits.
    private static func fitted(_ natural: [Int], _ canShrink: [Bool], to limit: Int) -> [Int]? {
        var widths = natural
        var excess = widths.reduce(0, +) + gap * max(0, widths.count - 1) - limit
        while excess > 0 {
            let candidates = widths.indices.filter { canShrink[$0] && widths[$0] > narrowest }
            guard let widest = candidates.max(by: { widths[$0] < widths[$1] }) else { return nil }
            widths[widest] -= 1
            excess -= 1
        }
        return widths
    }
}
