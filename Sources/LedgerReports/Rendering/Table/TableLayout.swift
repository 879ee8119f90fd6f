/// The widths of a section's columns, or the decision to set its rows one value to a line.
struct TableLayout {
    /// The spaces between two columns.
    static let gap = 2

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
        let floors = section.columns.indices.map { index in
            Self.floor(section.columns[index].kind, isHint: section.isStreamed) ?? widths[index]
        }
        self.widths = limit.map { Self.fitted(widths, floors, to: $0) } ?? widths
    }

    /// How narrow a column may become; nil for one that keeps its width.
    private static func floor(_ kind: ReportColumn.Kind, isHint: Bool) -> Int? {
        switch kind {
        case .text: 6
        // A hint is generous; an amount that needs more takes free space beside its column.
        case .money: isHint ? 12 : nil
        case .date, .count, .percent: nil
        }
    }

    /// Takes cells from the widest column that may give one, until the table fits.
    private static func fitted(_ natural: [Int], _ floors: [Int], to limit: Int) -> [Int]? {
        var widths = natural
        var excess = widths.reduce(0, +) + gap * max(0, widths.count - 1) - limit
        while excess > 0 {
            let candidates = widths.indices.filter { widths[$0] > floors[$0] }
            guard let widest = candidates.max(by: { widths[$0] < widths[$1] }) else { return nil }
            widths[widest] -= 1
            excess -= 1
        }
        return widths
    }
}
