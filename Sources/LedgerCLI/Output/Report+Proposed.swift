import LedgerOperations
import LedgerReports

extension Report {
    /// What waits for another person, by the number under which that person approves it.
    static func proposed(_ name: String, _ recorded: Recorded, _ facts: [ReportField]) -> Report {
        if recorded.isDryRun { return .recorded(name, recorded, facts) }
        return .facts(
            name,
            "Proposal \(recorded.entry) waits for another person",
            [ReportField("proposal", "\(recorded.entry)")] + facts
                + [ReportField("request_key", recorded.requestKey)]
        )
    }
}
