import ArgumentParser
import LedgerModel
import LedgerOperations
import LedgerReports

struct ReopenPeriodCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reopen",
        abstract: "Reopens a fund after a day; another person than who closed it.",
        discussion: """
            Example:
              redress period reopen --fund court --after 2024-06-30 --jurisdiction \\
                  us-mn-hennepin
            """
    )

    @Option(help: "The code of the fund.")
    var fund: String

    @Option(help: "The last day that stays closed.", transform: ArgumentReader.date)
    var after: LedgerDate

    @OptionGroup var global: GlobalOptions
    @OptionGroup var write: WriteOptions

    func run() async throws {
        let recorded = try await LedgerSession.run(global) {
            try await $0.reopen(fund: fund, after: after, write.command)
        }
        try await ResultWriter(global).write(
            .recorded(
                "period_reopen",
                recorded,
                [
                    ReportField("fund", fund), ReportField("open_after", "\(after)"),
                ]
            )
        )
    }
}
