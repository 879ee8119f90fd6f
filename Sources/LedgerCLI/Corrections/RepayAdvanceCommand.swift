import ArgumentParser
import LedgerModel
import LedgerOperations
import LedgerReports

struct RepayAdvanceCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "repay-advance",
        abstract: "Gives back to the general account what it advanced for refunds.",
        discussion: """
            As far as later shares or repayments of recipients have made it good.

            Example:
              PGUSER=demo_clerk_hennepin redress refund repay-advance --amount 10.00
            """
    )

    @Option(help: "How much; all that can be when not said.", transform: ArgumentReader.amount)
    var amount: Money?

    @Option(help: "The court's fund, where there is more than one.")
    var fund: String?

    @Option(help: "When; today when not said.", transform: ArgumentReader.date)
    var on: LedgerDate?

    @OptionGroup var global: GlobalOptions
    @OptionGroup var write: WriteOptions

    func run() async throws {
        let command = write.command
        let recorded = try await LedgerSession.run(global) {
            try await $0.repayAdvance(amount, fund: fund, on: .on(ifKnown: on), command)
        }
        try await ResultWriter(global).write(.recorded("refund_repay_advance", recorded, []))
    }
}
