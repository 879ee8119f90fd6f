import ArgumentParser
import LedgerModel
import LedgerOperations
import LedgerReports

struct RunExtinctionCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Ends the debts for which liability has ended by law; nothing is ended twice.",
        discussion: """
            Example:
              PGUSER=demo_clerk_us redress extinction run --as-of 2025-06-30
            """
    )

    @Option(help: "The day as of which to look.", transform: ArgumentReader.date)
    var asOf: LedgerDate

    @OptionGroup var mode: RunOptions
    @OptionGroup var global: GlobalOptions

    func run() async throws {
        let ended = try await LedgerSession.run(global) {
            try await $0.runExtinction(asOf: asOf, mode.command)
        }
        try await ResultWriter(global).write(
            .facts(
                "extinction_run",
                "\(mode.did) debts ended by law as of \(asOf)",
                [
                    ReportField("debts", "\(ended.count)"),
                    ReportField("amount", "\(try Money.sum(ended.map(\.amount)))"),
                ],
                sections: [Self.debts(ended)]
            )
        )
    }

    private static func debts(_ ended: [ExtinguishedDebt]) -> ReportSection {
        ReportSection(
            "debts",
            title: "Debts that ended",
            columns: [
                ReportColumn("docket", "Docket", .text), ReportColumn("debt", "Debt", .count),
                ReportColumn("kind", "Kind", .text), ReportColumn("authority", "Authority", .text),
                ReportColumn("ended_on", "Ended", .date), ReportColumn("amount", "Open", .money),
            ],
            rows: ended.map { debt in
                ReportRow([
                    .text(debt.docket ?? ""), .count(Int64(debt.debt)), .text(debt.kind.rawValue),
                    .text(debt.citation), .date(debt.endedOn), .money(debt.amount),
                ])
            }
        )
    }
}
