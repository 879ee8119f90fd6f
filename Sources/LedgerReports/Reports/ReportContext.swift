/// What a report was asked for and what its figures rest on; every builder takes one.
public struct ReportContext: Sendable, Hashable {
    /// What was asked for: dates, funds, basis.
    public let parameters: [ReportField]
    /// What stands at the foot: the last sealed block and its chain head.
    public let notes: [ReportField]

    /// Gathers both lists.
    public init(parameters: [ReportField] = [], notes: [ReportField] = []) {
        self.parameters = parameters
        self.notes = notes
    }
}
