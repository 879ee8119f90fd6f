import LedgerReports

extension Report {
    /// A result that is a few named facts, such as what a command recorded.
    static func facts(
        _ name: String,
        _ title: String,
        _ fields: [ReportField],
        sections: [ReportSection] = []
    ) -> Report {
        Report(name: name, title: title, parameters: fields, sections: sections)
    }
}
