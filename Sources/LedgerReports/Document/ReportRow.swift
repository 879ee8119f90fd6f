/// One line of a section, with a cell for each of its columns.
public struct ReportRow: Sendable, Hashable {
    /// Whether a row adds facts or adds up.
    public enum Role: String, Sendable, Hashable {
        /// A fact.
        case line
        /// A sum of lines above it; totals follow every line of their section.
        case total
    }

    /// Whether the row adds facts or adds up.
    public let role: Role
    /// How far the first text cell is set in, in steps; only tables and pages show it.
    public let depth: Int
    /// The values, in the order of the columns.
    public let cells: [ReportCell]

    /// Makes a line of facts.
    public init(_ cells: [ReportCell], depth: Int = 0) {
        self.init(role: .line, depth: depth, cells: cells)
    }

    /// Makes a row that adds up the lines above it.
    public static func total(_ cells: [ReportCell]) -> ReportRow {
        ReportRow(role: .total, depth: 0, cells: cells)
    }

    private init(role: Role, depth: Int, cells: [ReportCell]) {
        self.role = role
        self.depth = depth
        self.cells = cells
    }
}
