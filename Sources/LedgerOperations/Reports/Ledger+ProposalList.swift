public import LedgerReports
import LedgerStore

extension Ledger {
    /// What waits for a second person, oldest first, as it was stated.
    public func proposalList() async throws -> Report {
        try await read(ReportScope()) { connection, reading in
            let rows = try await connection.proposalList()
            return Report(
                name: "proposal_list",
                title: "What waits for a second person",
                parameters: reading.context().parameters,
                sections: [
                    ReportSection(
                        "proposals",
                        columns: [
                            ReportColumn("proposal", "Proposal", .count),
                            ReportColumn("proposed_on", "Proposed", .date),
                            ReportColumn("proposed_by", "By", .text),
                            ReportColumn("action", "Action", .text),
                            ReportColumn("docket", "Docket", .text),
                            ReportColumn("statement", "As stated", .text),
                        ],
                        rows: rows.map { row in
                            ReportRow([
                                .count(row.id), .date(row.proposedOn), .text(row.proposedBy),
                                .text(row.action.replacing("_", with: " ")),
                                .text(ifKnown: row.docket), .text(row.statement),
                            ])
                        }
                    )
                ],
                notes: reading.context().notes
            )
        }
    }
}
