/// Writes the rows of one section in columns, or one value to a line where columns do not fit.
struct TableRowWriter {
    private let columns: [ReportColumn]
    private let style: TableStyle
    private let layout: TableLayout
    private var hasTotal = false

    /// Whether no row was written yet.
    private(set) var isEmpty = true

    init(_ section: ReportSection, style: TableStyle) {
        columns = section.columns
        self.style = style
        layout = TableLayout(section, within: style.width)
    }

    /// Writes the headings and the rule below them.
    func writeHeadings(_ buffer: inout ReportBuffer) {
        guard let widths = layout.widths else { return }
        let cells = zip(columns, widths).map { column, width in
            // A number leaves its last cell to a parenthesis; its heading ends where digits end.
            let isNumber = column.kind == .money || column.kind == .count
            let heading = TextFitting.oneLine(column.heading)
            let spaced = isNumber && DisplayWidth.of(heading) < width ? heading + " " : heading
            let fitted = style == .plain ? spaced : TextFitting.shortened(spaced, to: width)
            return TextFitting.padded(fitted, to: width, alignment: column.alignment)
        }
        writeLine(cells.joined(separator: separator), strong: true, &buffer)
        writeRule(widths, &buffer)
    }

    /// Writes a row; the first total is ruled off.
    mutating func write(_ row: ReportRow, _ buffer: inout ReportBuffer) {
        let cells = row.cells.enumerated().map { index, cell in
            TableCell(cell, depth: index == 0 ? row.depth : 0)
        }
        let isFirstTotal = row.role == .total && !hasTotal
        if isFirstTotal { hasTotal = true }
        if let widths = layout.widths, let line = line(of: cells, in: widths) {
            if isFirstTotal, !isEmpty { writeRule(widths, &buffer) }
            writeLine(line, strong: false, &buffer)
        } else {
            writeStacked(cells, isTotal: row.role == .total, &buffer)
        }
        isEmpty = false
    }

    private var separator: String { TextFitting.spaces(TableLayout.gap) }

    /// The cells in their columns; nil when they do not fit.
    private func line(of cells: [TableCell], in widths: [Int]) -> String? {
        guard style != .plain else {
            let texts = columns.indices.map { index in
                TextFitting.padded(
                    cells[index].text,
                    to: widths[index],
                    alignment: columns[index].alignment
                )
            }
            return texts.joined(separator: separator)
        }
        guard let placed = place(cells, in: widths) else { return nil }
        var line = ""
        var end = 0
        for (cell, start) in placed {
            line += TextFitting.spaces(start - end)
            line += cell.isNegative ? style.negative(cell.text) : cell.text
            end = start + cell.width
        }
        return line
    }

    /// Where each cell starts, worked out from the right; nil when there is no room.
    ///
    /// A number wider than its column, possible in streamed sections only, moves what stands on
    /// its left, and at last shortens words.
    private func place(_ cells: [TableCell], in widths: [Int]) -> [(TableCell, start: Int)]? {
        var placed: [(TableCell, start: Int)] = []
        var columnEnd = widths.reduce(0, +) + TableLayout.gap * (widths.count - 1)
        var limit = columnEnd
        for index in widths.indices.reversed() {
            let columnStart = columnEnd - widths[index]
            let end = min(columnEnd, limit)
            columnEnd = columnStart - TableLayout.gap
            var cell = cells[index]
            guard cell.width > 0 else { continue }
            if cell.isText { cell = cell.shortened(to: end - columnStart) }
            let isLeading = columns[index].alignment == .leading
            let start = isLeading ? columnStart : end - cell.width
            guard cell.width > 0, start >= 0, start + cell.width <= end else { return nil }
            placed.append((cell, start))
            limit = start - TableLayout.gap
        }
        return placed.reversed()
    }

    /// One value to a line: the heading on the left, the value on the right.
    private func writeStacked(
        _ cells: [TableCell],
        isTotal: Bool,
        _ buffer: inout ReportBuffer
    ) {
        let width = style.width ?? 80
        let stroke = isTotal ? "=" : style.rule
        buffer.append(String(repeating: stroke, count: width) + "\n")
        for (column, cell) in zip(columns, cells) where cell.width > 0 {
            let heading = TextFitting.oneLine(column.heading)
            let headingRoom = max(0, cell.isText ? width / 3 : width - cell.width - 1)
            let label = TextFitting.shortened(heading, to: headingRoom)
            let room = width - DisplayWidth.of(label) - 1
            let value = cell.isText ? cell.shortened(to: room) : cell
            let shown = value.isNegative ? style.negative(value.text) : value.text
            let gap = TextFitting.spaces(room - value.width + 1)
            writeLine(label + gap + shown, strong: false, &buffer)
        }
    }

    private func writeRule(_ widths: [Int], _ buffer: inout ReportBuffer) {
        let strokes = widths.map { String(repeating: style.rule, count: $0) }
        writeLine(strokes.joined(separator: separator), strong: false, &buffer)
    }

    private func writeLine(_ line: String, strong: Bool, _ buffer: inout ReportBuffer) {
        let trimmed = line.lastIndex { $0 != " " }.map { line[...$0] } ?? ""
        buffer.append(strong ? style.strong(String(trimmed)) : String(trimmed))
        buffer.append(UInt8(ascii: "\n"))
    }
}
