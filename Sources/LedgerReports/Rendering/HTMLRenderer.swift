/// HTML for people and screen readers: each section a table with a caption and scoped headers.
public struct HTMLRenderer: ReportRenderer {
    /// How much of a page is written.
    public enum Extent: Sendable {
        /// A whole document, to be opened by itself.
        case page
        /// The report alone, to be placed in a page.
        case fragment
    }

    /// How much of a page is written.
    public let extent: Extent

    /// A renderer.
    public init(extent: Extent = .page) {
        self.extent = extent
    }

    /// Starts writing a report.
    public func makeWriter(for report: Report) -> Writer {
        Writer(report: report, extent: extent)
    }

    /// Writes one report as HTML.
    public struct Writer: ReportWriter {
        private let report: Report
        private let extent: Extent
        private var columns: [ReportColumn] = []
        private var role = ReportRow.Role.line

        init(report: Report, extent: Extent) {
            self.report = report
            self.extent = extent
        }

        /// Writes the title and the parameters.
        public mutating func begin(_ buffer: inout ReportBuffer) {
            if extent == .page { buffer.append(HTMLText.head(title: report.title)) }
            buffer.append("<article class=\"report\">\n")
            buffer.append("<h1>\(HTMLText.escaped(report.title))</h1>\n")
            buffer.append(HTMLText.list(report.parameters, class: "parameters"))
        }

        /// Writes the caption and the column headers.
        public mutating func begin(_ section: ReportSection, _ buffer: inout ReportBuffer) {
            columns = section.columns
            role = .line
            let caption = HTMLText.escaped(section.title ?? report.title)
            buffer.append("<table>\n<caption>\(caption)</caption>\n<thead>\n<tr>")
            for column in columns {
                let heading = HTMLText.escaped(column.heading)
                buffer.append("<th scope=\"col\" class=\"\(column.kind.rawValue)\">\(heading)</th>")
            }
            buffer.append("</tr>\n</thead>\n<tbody>\n")
        }

        /// Writes one row; the first total opens the foot of the table.
        public mutating func write(_ row: ReportRow, _ buffer: inout ReportBuffer) {
            if row.role == .total, role == .line {
                buffer.append("</tbody>\n<tfoot>\n")
                role = .total
            }
            buffer.append("<tr>")
            for (index, cell) in row.cells.enumerated() {
                let kind = columns[index].kind.rawValue
                let text = HTMLText.value(cell)
                if index == 0 {
                    let depth = row.depth > 0 ? " depth-\(row.depth)" : ""
                    buffer.append("<th scope=\"row\" class=\"\(kind)\(depth)\">\(text)</th>")
                } else {
                    buffer.append("<td class=\"\(kind)\">\(text)</td>")
                }
            }
            buffer.append("</tr>\n")
        }

        /// Closes the table.
        public mutating func end(_ section: ReportSection, _ buffer: inout ReportBuffer) {
            buffer.append(role == .line ? "</tbody>\n</table>\n" : "</tfoot>\n</table>\n")
        }

        /// Writes the notes and closes the document.
        public mutating func end(_ buffer: inout ReportBuffer) {
            buffer.append(HTMLText.list(report.notes, class: "notes"))
            buffer.append("</article>\n")
            if extent == .page { buffer.append("</body>\n</html>\n") }
        }
    }
}
