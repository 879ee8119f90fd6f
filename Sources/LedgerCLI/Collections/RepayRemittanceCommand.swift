import ArgumentParser
import LedgerModel
import LedgerOperations
import LedgerReports

struct RepayRemittanceCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "repay",
        abstract: "Records money that a recipient gave back for shares that were taken back.",
        discussion: """
            Only what is due from the recipient can come back; report remittances shows it.

            Example:
              PGUSER=demo_clerk_hennepin redress remittance repay safe-harbor \\
                  --amount 10.00
            """
    )

    @Argument(help: "The code of the recipient.")
    var recipient: String

    @Option(help: "How much, in dollars.", transform: ArgumentReader.amount)
    var amount: Money

    @Option(help: "The court's fund, where there is more than one.")
    var fund: String?

    @Option(help: "When; today when not said.", transform: ArgumentReader.date)
    var on: LedgerDate?

    @OptionGroup var global: GlobalOptions
    @OptionGroup var write: WriteOptions

    func run() async throws {
        let command = write.command
        let repayment = RecordRepayment(
            amount,
            from: recipient,
            fund: fund,
            received: .on(ifKnown: on)
        )
        let recorded = try await LedgerSession.run(global) {
            try await $0.record(repayment, command)
        }
        try await ResultWriter(global).write(
            .recorded(
                "remittance_repay",
                recorded,
                [ReportField("recipient", recipient), ReportField("amount", "\(amount)")]
            )
        )
    }
}
