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
                    ReportField("corrections", "\(result.corrections.count)"),
                    ReportField(
                        "corrected",
                        "\(try Money.sum(result.corrections.map(\.amount)))"
                    ),
                ],
                sections: [Self.notices(result.events), Self.corrections(result.corrections)]
            )
        )
    }

    private static func corrections(_ corrections: [PenaltyCorrection]) -> ReportSection {
        ReportSection(
            "corrections",
            title: "Penalties that late facts changed, 18 U.S.C. 3612(g)",
            columns: [
                ReportColumn("docket", "Docket", .text), ReportColumn("debt", "Debt", .count),
                ReportColumn("stage", "Stage", .text), ReportColumn("due_on", "Due", .date),
                ReportColumn("principal", "Principal", .money),
                ReportColumn("penalty", "Penalty", .money),
                ReportColumn("correction", "Correction", .money),
            ],
            rows: corrections.map { correction in
                let event = correction.delinquency
                return ReportRow([
                    .text(event.docket ?? ""), .count(Int64(event.debt)),
                    .text(event.stage.rawValue), .date(event.dueOn), .money(event.principal),
                    .money(event.penalty), .money(correction.amount),
                ])
            }
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
