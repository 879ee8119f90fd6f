/// RFC 4180 for machines and spreadsheets: one rectangular file for the whole report.
///
/// The first two columns say which section a record belongs to and whether it is a `line` or a
/// `total`; then come the columns of all sections by their keys, each once. Dates are ISO 8601,
/// amounts plain decimals, percentages plain decimals in hundredths. Text that a spreadsheet
/// would run as a formula gets a leading apostrophe; typed numbers never do.
public struct CSVRenderer: ReportRenderer {
    /// A renderer.
    public init() {}

    /// Starts writing a report.
    public func makeWriter(for report: Report) -> Writer {
        Writer(report)
    }

    /// Writes one report as CSV.
    public struct Writer: ReportWriter {
        private let keys: [String]
        private var sectionKey = ""
        /// For each column of the file, the cell of the current section that goes there.
        private var cellIndexes: [Int?] = []

        init(_ report: Report) {
            var keys: [String] = []
            for column in report.sections.flatMap(\.columns) where !keys.contains(column.key) {
                keys.append(column.key)
            }
            self.keys = keys
        }

        /// Writes the header record.
        public mutating func begin(_ buffer: inout ReportBuffer) {
            buffer.append((["section", "row"] + keys).map(CSVText.text).joined(separator: ","))
            buffer.append("\r\n")
        }

        /// Finds which cells go where.
        public mutating func begin(_ section: ReportSection, _ buffer: inout ReportBuffer) {
            sectionKey = CSVText.text(section.key)
            cellIndexes = keys.map { key in section.columns.firstIndex { $0.key == key } }
        }

        /// Writes one record.
        public mutating func write(_ row: ReportRow, _ buffer: inout ReportBuffer) {
            buffer.append(sectionKey)
            buffer.append(UInt8(ascii: ","))
            buffer.append(row.role.rawValue)
            for index in cellIndexes {
                buffer.append(UInt8(ascii: ","))
                if let index { buffer.append(CSVText.field(row.cells[index])) }
            }
            buffer.append("\r\n")
        }

        /// Writes nothing.
        public mutating func end(_ section: ReportSection, _ buffer: inout ReportBuffer) {}

        /// Writes nothing.
        public mutating func end(_ buffer: inout ReportBuffer) {}
    }
}
