import ArgumentParser
import LedgerModel
import LedgerOperations
import LedgerReports

struct OpenTillCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "open",
        abstract: "Opens a till; its source then takes receipts only while it is open.",
        discussion: """
            Example:
              PGUSER=demo_clerk_hennepin redress till open window-1 --change-fund 100.00
            """
    )

    @Argument(help: "The till, which is the source of its receipts.")
    var till: String

    @Option(help: "The change in it, in dollars.", transform: ArgumentReader.amount)
    var changeFund: Money?

    @Option(help: "The court's fund, where there is more than one.")
    var fund: String?

    @Option(help: "When; today when not said.", transform: ArgumentReader.date)
    var on: LedgerDate?

    @OptionGroup var global: GlobalOptions
    @OptionGroup var write: WriteOptions

    func run() async throws {
        let command = write.command
        let opening = OpenTill(
            till,
            changeFund: changeFund ?? .zero,
            fund: fund,
            opened: .on(ifKnown: on)
        )
        let recorded = try await LedgerSession.run(global) { try await $0.open(opening, command) }
        try await ResultWriter(global).write(
            .recorded(
                "till_open",
                recorded,
                [
                    ReportField("till", till),
                    ReportField("change_fund", "\(opening.changeFund)"),
                ]
            )
        )
    }
}
