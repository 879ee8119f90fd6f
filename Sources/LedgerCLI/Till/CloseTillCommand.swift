import ArgumentParser
import LedgerModel
import LedgerOperations
import LedgerReports

struct CloseTillCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "close",
        abstract: "Closes a till that two people counted alike; posts what is over or short.",
        discussion: """
            Example:
              PGUSER=demo_clerk_hennepin redress till close window-1
            """
    )

    @Argument(help: "The till.")
    var till: String

    @Option(help: "When; today when not said.", transform: ArgumentReader.date)
    var on: LedgerDate?

    @OptionGroup var global: GlobalOptions
    @OptionGroup var write: WriteOptions

    func run() async throws {
        let command = write.command
        let closed = try await LedgerSession.run(global) {
            try await $0.close(CloseTill(till, closed: .on(ifKnown: on)), command)
        }
        try await ResultWriter(global).write(
            .recorded(
                "till_close",
                closed.recorded,
                [
                    ReportField("till", till), ReportField("expected", "\(closed.expected)"),
                    ReportField("counted", "\(closed.counted)"),
                    ReportField("over_short", "\(closed.overShort)"),
                ] + (closed.checks.map(fields) ?? [])
            )
        )
    }

    private func fields(_ checks: ClosedTill.Checks) -> [ReportField] {
        [
            ReportField("checks_expected", "\(checks.expected) in \(checks.expectedCount)"),
            ReportField("checks_counted", "\(checks.counted) in \(checks.countedCount)"),
            ReportField("checks_over_short", "\(checks.overShort)"),
        ]
    }
}
