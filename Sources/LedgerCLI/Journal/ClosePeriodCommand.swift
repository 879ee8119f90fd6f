import ArgumentParser
import LedgerModel
import LedgerOperations
import LedgerReports

struct ClosePeriodCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "close",
        abstract: "Closes a fund through a day: nothing is posted on or before it.",
        discussion: """
            Example:
              PGUSER=demo_approver_hennepin redress period close --fund court \\
                  --through 2024-09-30
            """
    )

    @Option(help: "The code of the fund.")
    var fund: String

    @Option(help: "The last day that is closed.", transform: ArgumentReader.date)
    var through: LedgerDate

    @OptionGroup var global: GlobalOptions
    @OptionGroup var write: WriteOptions

    func run() async throws {
        let recorded = try await LedgerSession.run(global) {
            try await $0.close(fund: fund, through: through, write.command)
        }
        try await ResultWriter(global).write(
            .recorded(
                "period_close",
                recorded,
                [
                    ReportField("fund", fund), ReportField("closed_through", "\(through)"),
                ]
            )
        )
    }
}
