import ArgumentParser
import LedgerModel
import LedgerOperations
import LedgerReports

struct RecordDepositCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "record",
        abstract: "Records a deposit of undeposited money.",
        discussion: """
            Example:
              PGUSER=demo_clerk_hennepin redress deposit record T-2025-99 --amount 100.00
            """
    )

    @Argument(help: "The number of the deposit ticket.")
    var ticket: String

    @Option(help: "The court's fund, where there is more than one.")
    var fund: String?

    @Option(help: "How much, in dollars.", transform: ArgumentReader.amount)
    var amount: Money

    @Option(help: "When; today when not said.", transform: ArgumentReader.date)
    var on: LedgerDate?

    @OptionGroup var global: GlobalOptions
    @OptionGroup var write: WriteOptions

    func run() async throws {
        let command = write.command
        let recorded = try await LedgerSession.run(global) {
            try await $0.record(
                RecordDeposit(amount, ticket: ticket, fund: fund, deposited: .on(ifKnown: on)),
                command
            )
        }
        try await ResultWriter(global).write(
            .recorded(
                "deposit_record",
                recorded,
                [
                    ReportField("ticket", ticket), ReportField("amount", "\(amount)"),
                ]
            )
        )
    }
}
