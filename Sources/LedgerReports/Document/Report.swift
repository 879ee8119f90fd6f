/// What a report says, before any thought of how it looks: computed once, rendered in any format.
public struct Report: Sendable {
    /// The machine name, as in `redress report NAME`.
    public let name: String
    /// The name people read.
    public let title: String
    /// The currency of every amount, an ISO 4217 code.
    public let currency = "USD"
    /// What the report was asked for.
    public let parameters: [ReportField]
    /// The tables, in order.
    public let sections: [ReportSection]
    /// What stands at its foot, such as the sealed block and chain head that the figures rest on.
    public let notes: [ReportField]

    /// Puts a report together.
    public init(
        name: String,
        title: String,
        parameters: [ReportField] = [],
        sections: [ReportSection],
        notes: [ReportField] = []
    ) {
        self.name = name
        self.title = title
        self.parameters = parameters
        self.sections = sections
        self.notes = notes
    }
}
