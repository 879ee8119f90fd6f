import LedgerModel
public import LedgerReports
import LedgerStore

extension Ledger {
    /// The funds of the jurisdiction, their purposes, and what each purpose may pay for.
    public func fundList() async throws -> Report {
        let books = try await attempt { try await self.books() }
        return Report(
            name: "fund_list",
            title: "Funds",
            parameters: [ReportField("jurisdiction", books.jurisdiction.code)],
            sections: [
                ReportSection(
                    "funds",
                    columns: [
                        ReportColumn("fund", "Fund", .text),
                        ReportColumn("name", "Name", .text),
                        ReportColumn("kind", "Kind", .text),
                        ReportColumn("purpose", "Purpose", .text),
                        ReportColumn("year", "Year", .text),
                        ReportColumn("may_pay_for", "May pay for", .text),
                    ],
                    rows: books.purses.map { purse in
                        let fund = books.fund(purse.fundID)
                        return ReportRow([
                            .text(fund?.code ?? ""), .text(fund?.name ?? ""),
                            .text(fund?.kind.rawValue ?? ""), .text(purse.purpose),
                            .text(
                                purse.yearOfAvailability == 0
                                    ? "any" : "\(purse.yearOfAvailability)"
                            ),
                            .text(purse.allowedPurposes.joined(separator: ", ")),
                        ])
                    }
                )
            ]
        )
    }
}
