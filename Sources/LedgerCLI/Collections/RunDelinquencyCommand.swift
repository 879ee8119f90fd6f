import ArgumentParser
import LedgerModel
import LedgerOperations
import LedgerReports

struct RunDelinquencyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Records what became delinquent or went into default, with its penalty, once.",
        discussion: """
            Example:
              PGUSER=demo_clerk_us redress delinquency run --as-of 2025-06-30
            """
    )

    @Option(help: "The day as of which to look.", transform: ArgumentReader.date)
    var asOf: LedgerDate

    @OptionGroup var mode: RunOptions
    @OptionGroup var global: GlobalOptions

    func run() async throws {
        let bar = ProgressBar("Looking", options: global)
        let result = try await LedgerSession.run(global) {
            try await $0.runDelinquency(asOf: asOf, mode.command) {
                bar.update($0, part: $0, of: $1)
            }
        }
        bar.finish()
        let penalties = try Money.sum(result.events.map(\.penalty))
        try await ResultWriter(global).write(
            .facts(
                "delinquency_run",
                "\(mode.did) delinquency as of \(asOf)",
                [
                    ReportField("events", "\(result.events.count)"),
                    ReportField("penalties", "\(penalties)"),
                    ReportField("default_penalty_base", result.penaltyBase.rawValue),
                ],
                sections: [Self.notices(result.events)]
            )
        )
    }

    private static func notices(_ events: [Delinquency]) -> ReportSection {
        ReportSection(
            "notices",
            title: "Notices to send, 18 U.S.C. 3612(d), (e)",
            columns: [
                ReportColumn("docket", "Docket", .text), ReportColumn("debt", "Debt", .count),
                ReportColumn("stage", "Stage", .text), ReportColumn("due_on", "Due", .date),
                ReportColumn("since", "Since", .date),
                ReportColumn("principal", "Principal", .money),
                ReportColumn("penalty", "Penalty", .money),
                ReportColumn("notice_by", "Notice by", .date),
                ReportColumn("all_due_on", "All due", .date),
            ],
            rows: events.map { event in
                ReportRow([
                    .text(event.docket ?? ""), .count(Int64(event.debt)),
                    .text(event.stage.rawValue), .date(event.dueOn), .date(event.aroseOn),
                    .money(event.principal), .money(event.penalty), .date(event.noticeBy),
                    event.acceleratedDueOn.map { .date($0) } ?? .empty,
                ])
            }
        )
    }
}
