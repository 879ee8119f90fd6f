/// Writes one report in one format, piece by piece, in document order.
public protocol ReportWriter {
    /// Writes what stands before the first section.
    mutating func begin(_ buffer: inout ReportBuffer)
    /// Writes what stands before the rows of a section.
    mutating func begin(_ section: ReportSection, _ buffer: inout ReportBuffer)
    /// Writes one row of the section last begun.
    mutating func write(_ row: ReportRow, _ buffer: inout ReportBuffer)
    /// Writes what stands after the rows of a section.
    mutating func end(_ section: ReportSection, _ buffer: inout ReportBuffer)
    /// Writes what stands after the last section.
    mutating func end(_ buffer: inout ReportBuffer)
}
