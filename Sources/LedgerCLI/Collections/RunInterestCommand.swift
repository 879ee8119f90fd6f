import ArgumentParser
import LedgerModel
import LedgerOperations
import LedgerReports

struct RunInterestCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Posts the interest that accrued through a day; twice posts nothing twice.",
        discussion: """
            Example:
              PGUSER=demo_clerk_us redress interest run --through 2025-06-30
            """
    )

    @Option(help: "The last day of interest.", transform: ArgumentReader.date)
    var through: LedgerDate

    @OptionGroup var mode: RunOptions
    @OptionGroup var global: GlobalOptions

    func run() async throws {
        let bar = ProgressBar("Accruing", options: global)
        let result = try await LedgerSession.run(global) {
            try await $0.runInterest(through: through, mode.command) {
                bar.update($0, part: $0, of: $1)
            }
        }
        bar.finish()
        try await ResultWriter(global).write(
            .facts(
                "interest_run",
                "\(mode.did) interest through \(through)",
                [
                    ReportField("debts", "\(result.debts)"),
                    ReportField("raised", "\(result.raised)"),
                    ReportField("accrued", "\(result.accrued)"),
                    ReportField("lowered", "\(result.lowered)"),
                    ReportField("taken_off", "\(result.takenOff)"),
                    ReportField("without_rate", "\(result.withoutRate.count)"),
                ]
                    + Policies.DayCount.allCases.map { count in
                        ReportField(count.rawValue, "\(result.debtsByDayCount[count, default: 0])")
                    },
                sections: [Self.withoutRate(result.withoutRate)]
            )
        )
    }

    private static func withoutRate(_ debts: [DebtWithoutRate]) -> ReportSection {
        ReportSection(
            "without_rate",
            title: "Debts without a recorded rate, 18 U.S.C. 3612(f)",
            columns: [
                ReportColumn("docket", "Docket", .text), ReportColumn("debt", "Debt", .count),
                ReportColumn("kind", "Kind", .text), ReportColumn("from", "From", .date),
                ReportColumn("open", "Open", .money),
            ],
            rows: debts.map { debt in
                ReportRow([
                    .text(debt.docket ?? ""), .count(Int64(debt.debt)),
                    .text(debt.kind.rawValue), .date(debt.from), .money(debt.open),
                ])
            }
        )
    }
}
