/// One JSON document with a stable key order; amounts are integers of cents beside the currency.
///
/// A row is an object with the keys of its columns. A percentage is an object with its exact
/// `numerator` and `denominator`; an empty cell is null.
public struct JSONRenderer: ReportRenderer {
    /// A renderer.
    public init() {}

    /// Starts writing a report.
    public func makeWriter(for report: Report) -> Writer {
        Writer(report: report)
    }

    /// Writes one report as JSON.
    public struct Writer: ReportWriter {
        private let report: Report
        private var hasSection = false
        private var hasRow = false
        private var role = ReportRow.Role.line
        private var keys: [String] = []

        init(report: Report) {
            self.report = report
        }

        /// Writes the head of the document.
        public mutating func begin(_ buffer: inout ReportBuffer) {
            buffer.append("{\n  \"report\": \(JSONText.string(report.name)),\n")
            buffer.append("  \"title\": \(JSONText.string(report.title)),\n")
            buffer.append("  \"currency\": \(JSONText.string(report.currency)),\n")
            buffer.append("  \"parameters\": \(JSONText.object(report.parameters)),\n")
            buffer.append("  \"sections\": [")
        }

        /// Writes the head of a section.
        public mutating func begin(_ section: ReportSection, _ buffer: inout ReportBuffer) {
            keys = section.columns.map { JSONText.string($0.key) + ": " }
            buffer.append(hasSection ? ",\n    {\n" : "\n    {\n")
            buffer.append("      \"section\": \(JSONText.string(section.key)),\n")
            buffer.append("      \"title\": \(section.title.map(JSONText.string) ?? "null"),\n")
            buffer.append("      \"columns\": [")
            for (index, column) in section.columns.enumerated() {
                buffer.append(index > 0 ? ",\n        " : "\n        ")
                buffer.append(JSONText.object(column))
            }
            buffer.append("\n      ],\n      \"rows\": [")
            hasSection = true
            hasRow = false
            role = .line
        }

        /// Writes one row; the first total closes the lines.
        public mutating func write(_ row: ReportRow, _ buffer: inout ReportBuffer) {
            if row.role != role {
                precondition(row.role == .total, "no line may follow a total")
                endRows(&buffer)
                buffer.append(",\n      \"totals\": [")
                role = .total
                hasRow = false
            }
            buffer.append(hasRow ? ",\n        {" : "\n        {")
            for (index, cell) in row.cells.enumerated() {
                if index > 0 { buffer.append(", ") }
                buffer.append(keys[index])
                buffer.append(JSONText.value(cell))
            }
            buffer.append("}")
            hasRow = true
        }

        /// Closes a section.
        public mutating func end(_ section: ReportSection, _ buffer: inout ReportBuffer) {
            endRows(&buffer)
            if role == .line { buffer.append(",\n      \"totals\": []") }
            buffer.append("\n    }")
        }

        /// Closes the document.
        public mutating func end(_ buffer: inout ReportBuffer) {
            buffer.append(hasSection ? "\n  ],\n" : "],\n")
            buffer.append("  \"notes\": \(JSONText.object(report.notes))\n}\n")
        }

        private func endRows(_ buffer: inout ReportBuffer) {
            buffer.append(hasRow ? "\n      ]" : "]")
        }
    }
}
