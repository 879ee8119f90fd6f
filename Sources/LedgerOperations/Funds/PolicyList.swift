import LedgerModel
public import LedgerReports
import LedgerStore

extension Ledger {
    /// Every setting with the value in force, the default, the entry by which the court chose it,
    /// and what it means.
    public func policyList() async throws -> Report {
        let books = try await attempt { try await self.books() }
        let chosen = try await attempt { try await store.chosenPolicies() }
        let inForce = try Policies(values: chosen.mapValues(\.value)).values
        let defaults = Policies().values
        return Report(
            name: "jurisdiction_policy_list",
            title: "Settings",
            parameters: [ReportField("jurisdiction", books.jurisdiction.code)],
            sections: [
                ReportSection(
                    "settings",
                    columns: [
                        ReportColumn("name", "Name", .text),
                        ReportColumn("value", "Value", .text),
                        ReportColumn("default", "Default", .text),
                        ReportColumn("unit", "Unit", .text),
                        ReportColumn("entry", "Chosen by entry", .text),
                        ReportColumn("meaning", "Meaning", .text),
                        ReportColumn("source", "Source", .text),
                    ],
                    rows: Policies.meanings.map { setting in
                        ReportRow([
                            .text(setting.name), .text(inForce[setting.name] ?? ""),
                            .text(defaults[setting.name] ?? ""), .text(setting.unit),
                            .text(chosen[setting.name].map { "\($0.entryID)" } ?? "none"),
                            .text(setting.meaning), .text(setting.source),
                        ])
                    }
                )
            ]
        )
    }
}
