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
        if row.role == .total, !hasTotal {
            hasTotal = true
            if let widths = layout.widths, !isEmpty { writeRule(widths, &buffer) }
        }
        if let widths = layout.widths, let line = line(of: cells, in: widths) {
            writeLine(line, strong: false, &buffer)
        } else {
            writeStacked(cells, isTotal: row.role == .total, &buffer)
        }
        isEmpty = false
    }

    private var separator: String { TextFitting.spaces(TableLayout.gap) }

    /// The cells in their columns; nil when they do not fit.
    ///
    /// A number wider than its column, possible in streamed sections only, takes free space on
    /// its left.
    private func line(of cells: [TableCell], in widths: [Int]) -> String? {
        var line = ""
        var end = 0
        var columnStart = 0
        for (index, width) in widths.enumerated() {
            defer { columnStart += width + TableLayout.gap }
            var cell = cells[index]
            guard cell.width > 0 else { continue }
            if cell.isText, style != .plain { cell = cell.shortened(to: width) }
            let isTrailing = columns[index].alignment == .trailing
            let wanted = isTrailing ? columnStart + width - cell.width : columnStart
            let start = max(wanted, end > 0 ? end + TableLayout.gap : 0)
            line += TextFitting.spaces(start - end)
            line += cell.isNegative ? style.negative(cell.text) : cell.text
            end = start + cell.width
        }
        return style == .plain || end <= columnStart - TableLayout.gap ? line : nil
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
