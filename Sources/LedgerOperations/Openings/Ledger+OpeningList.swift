import LedgerModel
public import LedgerReports
import LedgerStore

extension Ledger {
    /// The funds that came from another system: who signed, which files, and how they tied.
    public func openingList() async throws -> Report {
        let books = try await self.books()
        let (openings, files, ties) = try await attempt {
            try await store.withTransaction(.bound(readOnly: true)) { connection in
                (
                    try await connection.openings(), try await connection.openingFiles(),
                    try await connection.openingTies()
                )
            }
        }
        let funds = Dictionary(
            uniqueKeysWithValues: openings.map { ($0.id, books.fund($0.fundID)?.code ?? "") }
        )
        return Report(
            name: "opening_show",
            title: "Openings",
            parameters: [ReportField("jurisdiction", books.jurisdiction.code)],
            sections: [
                ReportSection(
                    "openings",
                    title: "Funds",
                    columns: Columns.openings,
                    rows: openings.map {
                        ReportRow([
                            .text(funds[$0.id] ?? ""), .date($0.cutOver),
                            $0.number.map(ReportCell.count) ?? .empty, .text($0.proposedBy),
                            .text($0.approvedBy),
                        ])
                    }
                ),
                ReportSection(
                    "files",
                    title: "Files",
                    columns: Columns.files,
                    rows: files.map {
                        ReportRow([
                            .text(funds[$0.opening] ?? ""), .text($0.name),
                            .text(ifKnown: $0.measure), $0.lines.map(ReportCell.count) ?? .empty,
                            $0.amount.map(ReportCell.money) ?? .empty, .text($0.digest),
                        ])
                    }
                ),
                ReportSection(
                    "tie",
                    title: "Tie",
                    columns: Columns.tie,
                    rows: ties.map {
                        ReportRow([
                            .text(funds[$0.opening] ?? ""), .text($0.number), .text($0.name),
                            .money($0.balance),
                        ])
                    }
                ),
            ]
        )
    }

    private enum Columns {
        static let openings = [
            ReportColumn("fund", "Fund", .text), ReportColumn("cut_over", "Cut over", .date),
            ReportColumn("entry", "Entry", .count),
            ReportColumn("proposed_by", "Proposed by", .text),
            ReportColumn("approved_by", "Approved by", .text),
        ]
        static let files = [
            ReportColumn("fund", "Fund", .text), ReportColumn("file", "File", .text),
            ReportColumn("measure", "Measure", .text), ReportColumn("lines", "Lines", .count),
            ReportColumn("amount", "Amount", .money), ReportColumn("sha256", "SHA-256", .text),
        ]
        static let tie = [
            ReportColumn("fund", "Fund", .text), ReportColumn("account", "Account", .text),
            ReportColumn("name", "Name", .text), ReportColumn("balance", "Balance", .money),
        ]
    }
}
