import ArgumentParser
import LedgerModel
import LedgerOperations
import LedgerReports

struct RecordRemittanceCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "record",
        abstract: "Records money sent to a recipient.",
        discussion: """
            Example:
              PGUSER=demo_clerk_hennepin redress remittance record safe-harbor \\
                  --amount 10.00
            """
    )

    @Argument(help: "The code of the recipient.")
    var recipient: String

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
                RecordRemittance(amount, to: recipient, fund: fund, sent: .on(ifKnown: on)),
                command
            )
        }
        try await ResultWriter(global).write(
            .recorded(
                "remittance_record",
                recorded,
                [
                    ReportField("recipient", recipient), ReportField("amount", "\(amount)"),
                ]
            )
        )
    }
}
