/// A format: it turns a report into bytes, the same bytes for the same report.
public protocol ReportRenderer: Sendable {
    /// What writes one report in this format.
    associatedtype Writer: ReportWriter

    /// Starts writing a report.
    func makeWriter(for report: Report) -> Writer
}

extension ReportRenderer {
    /// Writes the report as UTF-8, chunk by chunk, into the sink.
    ///
    /// Memory stays flat for streamed sections. An error from a row source or the sink ends the
    /// rendering and is passed on; what the sink already has is then incomplete.
    public func render(
        _ report: Report,
        into sink: ([UInt8]) async throws -> Void
    ) async throws {
        var writer = makeWriter(for: report)
        var buffer = ReportBuffer()
        writer.begin(&buffer)
        for section in report.sections {
            writer.begin(section, &buffer)
            switch section.rows {
            case .list(let rows):
                try await write(rows, of: section, with: &writer, &buffer, into: sink)
            case .streamed(let source):
                let pull = try await source.open()
                while let rows = try await pull() {
                    try await write(rows, of: section, with: &writer, &buffer, into: sink)
                }
            }
            writer.end(section, &buffer)
        }
        writer.end(&buffer)
        try await sink(buffer.take())
    }

    /// The whole report as one text; for reports whose rows are in hand.
    public func text(_ report: Report) async throws -> String {
        var bytes: [UInt8] = []
        try await render(report) { bytes += $0 }
        return String(decoding: bytes, as: UTF8.self)
    }

    private func write(
        _ rows: [ReportRow],
        of section: ReportSection,
        with writer: inout Writer,
        _ buffer: inout ReportBuffer,
        into sink: ([UInt8]) async throws -> Void
    ) async throws {
        for row in rows {
            precondition(row.cells.count == section.columns.count, "a cell for each column")
            writer.write(row, &buffer)
            if buffer.isFull { try await sink(buffer.take()) }
        }
    }
}
