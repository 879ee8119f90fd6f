import LedgerOperations
import LedgerReports

extension Report {
    /// What a writing command recorded, had recorded before, or would record.
    static func recorded(
        _ name: String,
        _ recorded: Recorded,
        _ facts: [ReportField],
        sections: [ReportSection] = []
    ) -> Report {
        let entry = recorded.number.map { "\($0)" } ?? "not yet numbered"
        let title =
            if recorded.isDryRun {
                "Checked; nothing was kept"
            } else if recorded.isReplay {
                "Already posted as entry \(entry)"
            } else {
                "Recorded as entry \(entry)"
            }
        var fields = facts
        if !recorded.isDryRun { fields.append(ReportField("entry", entry)) }
        fields.append(ReportField("request_key", recorded.requestKey))
        return .facts(name, title, fields, sections: sections)
    }
}
