/// Tables of text for a terminal, a pipe or a printed page.
///
/// Amounts are right-aligned with thousands separators, negative ones in parentheses, and never
/// shortened; where a table cannot be as narrow as the terminal, its rows are set one value to a
/// line. Totals are ruled off.
public struct TableRenderer: ReportRenderer {
    /// Where the table is going.
    public let style: TableStyle

    /// A renderer for that place.
    public init(style: TableStyle) {
        self.style = style
    }

    /// Starts writing a report.
    public func makeWriter(for report: Report) -> Writer {
        Writer(report: report, style: style)
    }

    /// Writes one report as tables of text.
    public struct Writer: ReportWriter {
        private let report: Report
        private let style: TableStyle
        private var rows: TableRowWriter?

        init(report: Report, style: TableStyle) {
            self.report = report
            self.style = style
        }

        /// Writes the title and the parameters.
        public mutating func begin(_ buffer: inout ReportBuffer) {
            writeParagraph(report.title, strong: true, &buffer)
            for field in report.parameters { writeField(field, &buffer) }
        }

        /// Writes the caption and the column headings.
        public mutating func begin(_ section: ReportSection, _ buffer: inout ReportBuffer) {
            buffer.append(UInt8(ascii: "\n"))
            if let title = section.title { writeParagraph(title, strong: true, &buffer) }
            let rows = TableRowWriter(section, style: style)
            rows.writeHeadings(&buffer)
            self.rows = rows
        }

        /// Writes one row; the first total is ruled off.
        public mutating func write(_ row: ReportRow, _ buffer: inout ReportBuffer) {
            rows?.write(row, &buffer)
        }

        /// Says so when a section had no rows.
        public mutating func end(_ section: ReportSection, _ buffer: inout ReportBuffer) {
            if rows?.isEmpty == true { writeParagraph("(none)", strong: false, &buffer) }
        }

        /// Writes the notes.
        public mutating func end(_ buffer: inout ReportBuffer) {
            if !report.notes.isEmpty { buffer.append(UInt8(ascii: "\n")) }
            for field in report.notes { writeField(field, &buffer) }
        }

        private func writeField(_ field: ReportField, _ buffer: inout ReportBuffer) {
            writeParagraph("\(field.label): \(field.value)", strong: false, &buffer)
        }

        private func writeParagraph(_ text: String, strong: Bool, _ buffer: inout ReportBuffer) {
            let line = TextFitting.oneLine(text)
            for part in style.width.map({ TextFitting.wrapped(line, to: $0) }) ?? [line] {
                buffer.append(strong ? style.strong(part) : part)
                buffer.append(UInt8(ascii: "\n"))
            }
        }
    }
}
